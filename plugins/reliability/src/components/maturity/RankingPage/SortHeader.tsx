import TableCell from '@material-ui/core/TableCell';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import type { RankingParams } from '../../../utils/rankingParams';
import { visuallyHidden } from '../../common';
import type { Column } from './columns';

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(1),
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    fontSize: '0.8125rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
  },
  label: {
    font: 'inherit',
    verticalAlign: 'top',
    '& svg': { fontSize: 14, margin: '0 2px' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  hidden: visuallyHidden,
}));

const opposite = (order: 'asc' | 'desc') => (order === 'asc' ? 'desc' : 'asc');

/** A column's header: a button where it sorts, with the direction told to assistive technology. */
export function SortHeader(props: {
  column: Column;
  params: Pick<RankingParams, 'orderBy' | 'order'>;
  onSort: (order: Pick<RankingParams, 'orderBy' | 'order'>) => void;
}) {
  const { column, params, onSort } = props;
  const { orderBy, first = 'asc', align, width } = column;
  const classes = useStyles();
  const { t } = useTranslation();
  const title = t(`ranking.table.${column.key}`);
  const active = orderBy !== undefined && params.orderBy === orderBy;
  const label =
    column.key === 'rank' ? (
      <>
        <span aria-hidden="true">{title}</span>
        <span className={classes.hidden}>{t('ranking.table.rankLong')}</span>
      </>
    ) : (
      title
    );
  return (
    <TableCell
      component="th"
      scope="col"
      align={align}
      style={{ width }}
      className={classes.cell}
      sortDirection={active ? params.order : false}
    >
      {orderBy ? (
        <TableSortLabel
          component="button"
          className={classes.label}
          active={active}
          direction={active ? params.order : first}
          onClick={() =>
            onSort({
              orderBy,
              order: active ? opposite(params.order) : first,
            })
          }
        >
          {label}
        </TableSortLabel>
      ) : (
        label
      )}
    </TableCell>
  );
}
