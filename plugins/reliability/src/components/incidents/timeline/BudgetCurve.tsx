import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  budgetFloor,
  budgetLines,
  type BudgetDays,
  type ChartBlock,
  type ChartWindow,
} from '../../../utils/incidents/timeline';
import { timeText } from '../../../utils/incidents/times';
import { shareText } from '../../../utils/slo/numbers';
import { statusColors } from '../../common';
import { useSeverityColor } from '../common';

const HEIGHT = 140;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    height: HEIGHT,
    borderTop: `1px solid ${theme.palette.divider}`,
    '& svg': { position: 'absolute', inset: 0, width: '100%', height: '100%' },
  },
  // Where an incident stands, the curve is seen through it.
  band: { position: 'absolute', top: 0, bottom: 0, opacity: 0.3 },
}));

/** What was left of a budget, with the times of the incidents behind it. */
export function BudgetCurve(props: {
  title: string;
  days: BudgetDays;
  window: ChartWindow;
  incidents: readonly ChartBlock[];
}) {
  const { title, days, window, incidents } = props;
  const classes = useStyles();
  const theme = useTheme();
  const severityColor = useSeverityColor();
  const { t } = useTranslation();
  const known = days.flatMap(({ remaining }) => remaining ?? []);
  const floor = budgetFloor(days);
  const zero = 100 / (1 - floor);
  const words = {
    title,
    from: timeText(window.from),
    to: timeText(window.to),
  };
  const label =
    known.length === 0
      ? t('incidentTab.timeline.curveEmpty', { title })
      : t('incidentTab.timeline.curve', {
          ...words,
          first: shareText(known[0]),
          lowest: shareText(Math.min(...known)),
          last: shareText(known[known.length - 1]),
        });
  const color = theme.palette.primary.main;
  return (
    <div className={classes.root} role="img" aria-label={label}>
      {incidents.map(({ key, left, width, incident }) => (
        <span
          key={key}
          className={classes.band}
          style={{
            left: `${left}%`,
            width: `${width}%`,
            background: severityColor(incident?.severity ?? null),
          }}
        />
      ))}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <line
          x1="0"
          x2="100"
          y1={zero}
          y2={zero}
          stroke={statusColors(theme).bad}
          vectorEffect="non-scaling-stroke"
        />
        {budgetLines(days, window).map(points => {
          const path = points.map(({ x, y }) => `${x},${y}`).join(' ');
          const [first] = points;
          const last = points[points.length - 1];
          return (
            <g key={first.x}>
              <polygon
                points={`${first.x},${zero} ${path} ${last.x},${zero}`}
                fill={color}
                fillOpacity={0.14}
              />
              <polyline
                points={path}
                fill="none"
                stroke={color}
                strokeWidth={2}
                vectorEffect="non-scaling-stroke"
              />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
