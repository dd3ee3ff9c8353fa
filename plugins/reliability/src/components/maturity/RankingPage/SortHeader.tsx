import TableCell from '@material-ui/core/TableCell';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

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
}));

/** A column of a list that the server sorts; one without `orderBy` cannot be sorted by. */
export interface SortColumn<O extends string> {
  orderBy?: O;
  /** The order of the first click: the one that people look for. */
  first?: 'asc' | 'desc';
  align?: 'right';
  width?: number | string;
}

export interface SortOrder<O extends string> {
  orderBy: O;
  order: 'asc' | 'desc';
}

const opposite = (order: 'asc' | 'desc') => (order === 'asc' ? 'desc' : 'asc');

/** A column's header: a button where it sorts, with the direction told to assistive technology. */
export function SortHeader<O extends string>(props: {
  column: SortColumn<O>;
  title: ReactNode;
  params: SortOrder<O>;
  onSort: (order: SortOrder<O>) => void;
}) {
  const { column, title, params, onSort } = props;
  const { orderBy, first = 'asc', align, width } = column;
  const classes = useStyles();
  const active = orderBy !== undefined && params.orderBy === orderBy;
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
          {title}
        </TableSortLabel>
      ) : (
        title
      )}
    </TableCell>
  );
}
