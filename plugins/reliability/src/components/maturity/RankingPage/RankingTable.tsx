import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { RankedServiceItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import type { RankingParams } from '../../../utils/rankingParams';
import { visuallyHidden } from '../../common';
import { columns } from './columns';
import { RankingRow } from './RankingRow';
import { SortHeader } from './SortHeader';

const useStyles = makeStyles({
  table: { minWidth: 1080, tableLayout: 'fixed' },
  hidden: visuallyHidden,
});

export interface RankingListProps {
  services: readonly RankedServiceItem[];
  levels: number;
  dimensions: readonly string[];
  params: RankingParams;
  onSort: (order: Pick<RankingParams, 'orderBy' | 'order'>) => void;
}

/** The ranking on a wide screen. */
export function RankingTable(props: RankingListProps) {
  const { services, levels, dimensions, params, onSort } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <TableContainer>
      <Table size="small" className={classes.table}>
        <caption className={classes.hidden}>
          {t('ranking.table.caption')}
        </caption>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <SortHeader
                key={column.key}
                column={column}
                title={
                  column.key === 'rank' ? (
                    <>
                      <span aria-hidden="true">{t('ranking.table.rank')}</span>
                      <span className={classes.hidden}>
                        {t('ranking.table.rankLong')}
                      </span>
                    </>
                  ) : (
                    t(`ranking.table.${column.key}`)
                  )
                }
                params={params}
                onSort={onSort}
              />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {services.map(service => (
            <RankingRow
              key={service.entityRef}
              service={service}
              levels={levels}
              dimensions={dimensions}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
