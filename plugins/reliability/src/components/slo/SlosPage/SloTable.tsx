import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { SloItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import type { SloParams } from '../../../utils/slo/sloParams';
import { visuallyHidden } from '../../common';
import {
  SortHeader,
  type SortOrder,
} from '../../maturity/RankingPage/SortHeader';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import type { SloOrder } from '../../../utils/slo/sloParams';
import { columns } from './columns';
import { groupsOf } from './groups';
import { SloRow } from './SloRow';

const useStyles = makeStyles(theme => ({
  table: { minWidth: 1100, tableLayout: 'fixed' },
  hidden: visuallyHidden,
  group: {
    padding: theme.spacing(1.5, 1, 0.5),
    textAlign: 'left',
    fontSize: '0.75rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
}));

export interface SloListProps {
  slos: readonly SloItem[];
  params: SloParams;
  onSort: (order: SortOrder<SloOrder>) => void;
}

/** The SLOs on a wide screen. */
export function SloTable({ slos, params, onSort }: SloListProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const grouped = params.orderBy === 'worst';
  const groups = grouped ? groupsOf(slos) : [{ known: true, slos }];
  const headed = groups.length > 1 || !groups[0].known;
  return (
    <ScrollRegion label={t('slos.list.caption')}>
      <Table size="small" className={classes.table}>
        <caption className={classes.hidden}>{t('slos.list.caption')}</caption>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <SortHeader
                key={column.key}
                column={column}
                title={t(`slos.list.${column.key}`)}
                params={params}
                onSort={onSort}
              />
            ))}
          </TableRow>
        </TableHead>
        {groups.map(group => (
          <TableBody key={String(group.known)}>
            {headed && (
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={columns.length}
                  className={classes.group}
                >
                  {t(group.known ? 'slos.list.known' : 'slos.list.notKnown')}
                </th>
              </tr>
            )}
            {group.slos.map(slo => (
              <SloRow key={slo.id} slo={slo} />
            ))}
          </TableBody>
        ))}
      </Table>
    </ScrollRegion>
  );
}
