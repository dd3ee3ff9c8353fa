import { Link } from '@backstage/core-components';
import {
  EntityRefLink,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { RankedServiceItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useOpenService } from '../../../hooks/useOpenService';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { points } from '../../../utils/points';
import {
  AttentionReasons,
  DimensionBars,
  LevelChip,
  ScoreBar,
  TierChip,
  Trend,
} from '../../common';
import { OutdatedMark } from './OutdatedMark';

const useStyles = makeStyles(theme => ({
  row: {
    cursor: 'pointer',
    '&:hover, &:focus-within': { backgroundColor: theme.palette.action.hover },
  },
  cell: {
    padding: theme.spacing(0.75, 1),
    fontSize: '0.8125rem',
    lineHeight: 1.35,
    overflowWrap: 'anywhere',
    fontWeight: 400,
  },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  title: { fontWeight: 600, fontSize: '0.875rem' },
  ref: {
    color: theme.palette.text.secondary,
    fontSize: '0.75rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  quiet: { color: theme.palette.text.secondary },
}));

export interface RankingRowProps {
  service: RankedServiceItem;
  /** How many levels the scorecard has. */
  levels: number;
  /** Names of the scorecard's dimensions, in its order. */
  dimensions: readonly string[];
}

/** A service in the ranking. The title is the link; a click elsewhere in the row follows it too. */
export function RankingRow({ service, levels, dimensions }: RankingRowProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const link = useServiceLink()(service.entityRef);
  const open = useOpenService(link);
  const name = humanizeEntityRef(parseEntityRef(service.entityRef), {
    defaultKind: 'component',
  });
  const number = `${classes.cell} ${classes.number}`;
  return (
    <TableRow className={classes.row} onClick={open}>
      <TableCell align="right" className={`${number} ${classes.quiet}`}>
        {service.rank}
      </TableCell>
      <TableCell
        component="th"
        scope="row"
        // Material UI would call it a plain cell.
        role="rowheader"
        className={classes.cell}
      >
        <Link to={link} className={classes.title}>
          {service.title}
        </Link>
        {service.outdated && <OutdatedMark />}
        {name !== service.title && (
          <div className={classes.ref} title={service.entityRef}>
            {name}
          </div>
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        {service.owner ? (
          <EntityRefLink entityRef={service.owner} hideIcon disableTooltip />
        ) : (
          <span className={classes.quiet}>{t('ranking.table.noOwner')}</span>
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        <TierChip tier={service.tier} />
      </TableCell>
      <TableCell className={classes.cell}>
        <LevelChip level={service.level} total={levels} />
      </TableCell>
      <TableCell className={number}>
        <ScoreBar
          score={service.score}
          coverage={service.coverage}
          hideCoverage
        />
      </TableCell>
      <TableCell align="right" className={number}>
        {t('ranking.table.percent', {
          value: String(points(service.coverage)),
        })}
      </TableCell>
      <TableCell className={classes.cell}>
        <DimensionBars names={dimensions} dimensions={service.dimensions} />
      </TableCell>
      <TableCell align="right" className={number}>
        <Trend trend={service.trend} />
      </TableCell>
      <TableCell className={classes.cell}>
        <AttentionReasons reasons={service.attention} />
      </TableCell>
    </TableRow>
  );
}
