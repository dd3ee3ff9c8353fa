import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ReportDocument } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { plainTable } from '../plainTable';
import { ScrollRegion } from '../ScrollRegion';

type Table = NonNullable<ReportDocument['sections'][number]['table']>;
type Cell = Table['rows'][number][number];

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    // Words break only where nothing else helps, or a long rule would squeeze the columns beside it.
    overflowWrap: 'break-word',
    '& td[data-number], & th[data-number]': {
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
    },
    '@media print': { minWidth: 0, '& tr': { breakInside: 'avoid' } },
  },
  more: { marginTop: theme.spacing(1), color: theme.palette.text.secondary },
}));

/** Addresses within the portal and on the web; nothing else is followed. */
const isAddress = (href: string) => /^(https?:\/\/|\/(?!\/))/i.test(href);

function CellText({ cell }: { cell: Cell }) {
  if (cell === null) return <>–</>;
  if (typeof cell !== 'object') return <>{cell}</>;
  return isAddress(cell.href) ? (
    <Link to={cell.href}>{cell.text}</Link>
  ) : (
    <>{cell.text}</>
  );
}

/** A table of a document; columns of numbers stand to the right. */
export function DocumentTable({
  table,
  label,
}: {
  table: Table;
  label: string;
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const isNumber = (index: number) =>
    table.rows.every(
      row => typeof row[index] === 'number' || row[index] === null,
    ) || undefined;
  return (
    <ScrollRegion label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.columns.map((name, index) => (
              <th key={name} scope="col" data-number={isNumber(index)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            <tr key={place}>
              {row.map((cell, index) => (
                <td key={table.columns[index]} data-number={isNumber(index)}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.more > 0 && (
        <p className={classes.more}>
          {t('reports.more', { count: table.more })}
        </p>
      )}
    </ScrollRegion>
  );
}
