import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { SloItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useSloLink } from '../../../hooks/slo/useSloLink';
import { useOpenService } from '../../../hooks/useOpenService';
import { useTranslation } from '../../../hooks/useTranslation';
import { burnText } from '../../../utils/slo/numbers';
import { TimeAgo } from '../../common';
import { BudgetLeft, SloStatusMark, useSloWords } from '../common';
import { AlertCount } from './AlertCount';
import { SliText } from './SliText';
import { SloName } from './SloName';

const useStyles = makeStyles(theme => ({
  row: {
    cursor: 'pointer',
    '&:hover, &:focus-within': { backgroundColor: theme.palette.action.hover },
  },
  cell: {
    padding: theme.spacing(1),
    fontSize: '0.8125rem',
    lineHeight: 1.4,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    fontWeight: 400,
  },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  quiet: { color: theme.palette.text.secondary },
}));

/** An SLO in the list. The title is the link; a click elsewhere in the row follows it too. */
export function SloRow({ slo }: { slo: SloItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const link = useSloLink()(slo.entityRef, slo.name);
  const open = useOpenService(link);
  const number = `${classes.cell} ${classes.number}`;
  return (
    <TableRow className={classes.row} onClick={open}>
      <TableCell className={classes.cell}>
        <SloStatusMark status={slo.status} flags={slo.flags} />
      </TableCell>
      <TableCell
        component="th"
        scope="row"
        // Material UI would call it a plain cell.
        role="rowheader"
        className={classes.cell}
      >
        <SloName slo={slo} link={link} />
      </TableCell>
      <TableCell className={classes.cell}>
        <div>{slo.tier.name}</div>
        {slo.owner ? (
          <EntityRefLink entityRef={slo.owner} hideIcon disableTooltip />
        ) : (
          <span className={classes.quiet}>{t('ranking.table.noOwner')}</span>
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        {words.objective(slo.target, slo.window)}
        {slo.objectives > 1 && (
          <div className={classes.quiet}>
            {t('slos.list.worstOf', { number: String(slo.objectives) })}
          </div>
        )}
      </TableCell>
      <TableCell align="right" className={number}>
        <SliText sli={slo.sli} target={slo.target} />
      </TableCell>
      <TableCell className={classes.cell}>
        <BudgetLeft
          remaining={slo.remaining}
          remainingMs={slo.remainingMs}
          status={slo.status}
        />
      </TableCell>
      <TableCell align="right" className={number}>
        {slo.burn === null ? (
          <span title={t('slo.burn.unknown')}>{t('slo.burn.none')}</span>
        ) : (
          burnText(slo.burn)
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        <AlertCount alerts={slo.alerts} />
      </TableCell>
      <TableCell className={classes.cell}>
        {slo.evaluatedAt ? (
          <TimeAgo at={slo.evaluatedAt} />
        ) : (
          <span className={classes.quiet}>{t('slos.list.never')}</span>
        )}
      </TableCell>
    </TableRow>
  );
}
