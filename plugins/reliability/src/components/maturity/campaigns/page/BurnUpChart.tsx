import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { CampaignProgressResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { burnUpOf, type ChartPoint } from '../../../../utils/campaigns/burnUp';
import { dayText } from '../../../../utils/dates';
import { ChartLegend } from './ChartLegend';

const HEIGHT = 200;

const useStyles = makeStyles(theme => ({
  root: { margin: 0, maxWidth: 920 },
  plot: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(0.5, 1),
    fontSize: '0.75rem',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.secondary,
  },
  counts: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    textAlign: 'right',
  },
  area: {
    height: HEIGHT,
    borderLeft: `1px solid ${theme.palette.divider}`,
    borderBottom: `1px solid ${theme.palette.divider}`,
    '& svg': { width: '100%', height: '100%', display: 'block' },
  },
  days: {
    gridColumn: 2,
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
}));

const path = (points: readonly ChartPoint[]) =>
  points.map(({ x, y }) => `${x},${y}`).join(' ');

/** The burn-up: done against what is in scope, the straight way, and the way at this pace. */
export function BurnUpChart(props: {
  progress: CampaignProgressResponse;
  dueAt: string;
}) {
  const { progress, dueAt } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const chart = burnUpOf(progress, dueAt);
  if (!chart) return null;
  const { days, projection } = progress;
  const last = days[days.length - 1];
  const ink = theme.palette.text.secondary;
  const blue = theme.palette.primary.main;
  const line = (points: readonly ChartPoint[], stroke: string, dash = '') => (
    <polyline
      points={path(points)}
      fill="none"
      stroke={stroke}
      strokeWidth={2}
      strokeDasharray={dash}
      vectorEffect="non-scaling-stroke"
    />
  );
  const [first] = chart.done;
  const end = chart.done[chart.done.length - 1];
  const label = t('campaigns.progress.chart', {
    from: dayText(chart.from),
    to: dayText(chart.to),
    first: String(days[0].done),
    last: String(last.done),
    scope: String(last.total - last.exempt),
    until: dayText(last.day),
  });
  const paceDays =
    projection?.kind === 'late' || projection?.kind === 'on-time'
      ? projection.days
      : undefined;
  return (
    <figure className={classes.root}>
      <div className={classes.plot}>
        <div className={classes.counts} aria-hidden="true">
          <span>{chart.most}</span>
          <span>0</span>
        </div>
        <div className={classes.area} role="img" aria-label={label}>
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <polygon
              points={`${first.x},100 ${path(chart.done)} ${end.x},100`}
              fill={blue}
              fillOpacity={0.14}
            />
            {line(
              [
                { x: chart.due, y: 0 },
                { x: chart.due, y: 100 },
              ],
              theme.palette.divider,
            )}
            {line(chart.ideal, ink, '2 4')}
            {line(chart.scope, ink)}
            {line(chart.projection, blue, '6 4')}
            {line(chart.done, blue)}
          </svg>
        </div>
        <div className={classes.days} aria-hidden="true">
          <span>{dayText(chart.from)}</span>
          <span>
            {dayText(chart.to)}
            {chart.to === dueAt && ` (${t('campaigns.progress.due')})`}
          </span>
        </div>
      </div>
      <ChartLegend paceDays={paceDays} hasIdeal={chart.ideal.length > 0} />
    </figure>
  );
}
