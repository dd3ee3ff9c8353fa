import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId, type ReactNode } from 'react';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';

const useStyles = makeStyles(theme => ({
  root: { minWidth: 0 },
  title: { fontWeight: 600 },
  table: {
    ...plainTable(theme),
    minWidth: 280,
    // Names are buttons, taller than the numbers beside them.
    '& th, & td': {
      padding: theme.spacing(0.5, 2, 0.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      verticalAlign: 'baseline',
    },
    '& .number': {
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
    '& th:last-child, & td:last-child': { paddingRight: theme.spacing(0.5) },
  },
}));

/** A small table of sums: what it is about on the left, numbers on the right. */
export function SumTable(props: {
  title: string;
  /** The name of the first column, then those of the numbers. */
  columns: readonly string[];
  rows: readonly {
    key: string;
    name: ReactNode;
    numbers: readonly number[];
  }[];
  /** In place of a table without rows. */
  empty?: string;
  note?: string;
}) {
  const { title, columns, rows, empty, note } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography
        variant="subtitle2"
        component="h3"
        id={id}
        className={classes.title}
        gutterBottom
      >
        {title}
      </Typography>
      {rows.length === 0 ? (
        <Typography variant="body2">{empty}</Typography>
      ) : (
        <ScrollRegion label={title} maxHeight={320}>
          <table className={classes.table} aria-label={title}>
            <thead>
              <tr>
                {columns.map((column, index) => (
                  <th
                    key={column}
                    scope="col"
                    className={index > 0 ? 'number' : undefined}
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, numbers }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {numbers.map((number, index) => (
                    <td key={columns[index + 1]} className="number">
                      {number}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {note && rows.length > 0 && (
        <Typography variant="caption" color="textSecondary">
          {note}
        </Typography>
      )}
    </section>
  );
}
