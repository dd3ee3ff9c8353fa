import { makeStyles } from '@material-ui/core/styles';
import type {
  HeatColumn,
  HeatmapResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useMemo, useState } from 'react';
import {
  useGridFocus,
  type GridCell,
} from '../../../../hooks/rollups/useGridFocus';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import type { HeatmapParams } from '../../../../utils/rollups/heatmapParams';
import { ScrollRegion } from '../../ScrollRegion';
import { wholeNumber } from '../../../../utils/wholeNumber';
import { HeatColumnHead } from './HeatColumnHead';
import { HeatRow } from './HeatRow';

const useStyles = makeStyles(theme => ({
  table: {
    borderCollapse: 'separate',
    borderSpacing: 2,
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
  },
  corner: {
    position: 'sticky',
    top: 0,
    left: 0,
    zIndex: 3,
    padding: theme.spacing(0.5, 1, 0.5, 0),
    fontSize: '0.75rem',
    fontWeight: 400,
    textAlign: 'left',
    verticalAlign: 'bottom',
    color: theme.palette.text.secondary,
    backgroundColor: theme.palette.background.paper,
  },
  status: {
    minHeight: 24,
    marginTop: theme.spacing(1),
    overflowWrap: 'anywhere',
  },
}));

const badness = ({ totals }: HeatColumn) => totals.fail + totals.unknown;

/** Services by columns as a grid: one stop of Tab, arrows within it, Enter opens the service. */
export function HeatTable(props: {
  page: HeatmapResponse;
  params: HeatmapParams;
}) {
  const { page, params } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  const [shown, setShown] = useState('');
  const { active, choose, onKeyDown } = useGridFocus({
    rows: page.items.length,
    columns: page.columns.length + 1,
  });
  const columns = useMemo(() => {
    const all = page.columns.map((column, at) => ({ column, at }));
    return params.sort === 'worst'
      ? all.sort((a, b) => badness(b.column) - badness(a.column))
      : all;
  }, [page, params.sort]);
  const onShow = useCallback(
    (text: string, cell: GridCell) => {
      setShown(text);
      choose(cell);
    },
    [choose],
  );
  const caption = t('rollups.map.caption', {
    columns: t(`rollups.map.${params.columns}`).toLocaleLowerCase(),
  });
  const narrow = params.columns === 'checks';
  const totals = narrow ? 'rollups.map.totalsFailing' : 'rollups.map.totals';
  return (
    <>
      <ScrollRegion label={caption} maxHeight={680}>
        <table
          className={classes.table}
          role="grid"
          aria-label={caption}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>
                {t(totals, { number: wholeNumber(page.totalItems) })}
              </th>
              {columns.map(({ column }) => (
                <HeatColumnHead
                  key={column.id}
                  column={column}
                  narrow={narrow}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {page.items.map((service, row) => (
              <HeatRow
                key={service.entityRef}
                row={row}
                service={service}
                columns={columns}
                levels={page.levels}
                tabColumn={active.row === row ? active.column : undefined}
                link={serviceLink(service.entityRef)}
                onShow={onShow}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className={classes.status}>{shown || t('rollups.map.hint')}</div>
    </>
  );
}
