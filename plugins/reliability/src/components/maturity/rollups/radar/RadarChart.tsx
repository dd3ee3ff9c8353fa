import { makeStyles, useTheme } from '@material-ui/core/styles';
import { capitalised } from '../../../../utils/capitalised';
import { RadarMark } from './RadarMark';
import { radarStyle, type RadarSeries } from './radarSeries';
import { knownScores, radarOutline, radarPath, radarPoint } from './radarShape';

const RADIUS = 100;
const RINGS = [250, 500, 750, 1000];

const useStyles = makeStyles(theme => ({
  root: { display: 'block', width: '100%', maxWidth: 420, margin: '0 auto' },
  ring: { fill: 'none', stroke: theme.palette.divider },
  axis: { stroke: theme.palette.divider },
  name: { fontSize: 11, fill: theme.palette.text.primary },
  scale: { fontSize: 9, fill: theme.palette.text.secondary },
}));

const anchorOf = (x: number) => {
  if (Math.abs(x) < 1) return 'middle';
  return x < 0 ? 'end' : 'start';
};

/** Dimensions around a middle, further out is better. A picture only: its table has to stand beside it. */
export function RadarChart(props: {
  dimensions: readonly string[];
  series: readonly RadarSeries[];
}) {
  const { dimensions, series } = props;
  const classes = useStyles();
  const theme = useTheme();
  const axes = dimensions.length;
  const corners = (radius: number) =>
    dimensions
      .map((_, axis) => radarPoint(axis, axes, radius))
      .map(({ x, y }) => `${x},${y}`)
      .join(' ');
  return (
    <svg
      className={classes.root}
      viewBox="-190 -132 380 264"
      aria-hidden="true"
      fontFamily={theme.typography.fontFamily}
    >
      {RINGS.map(ring => (
        <polygon
          key={ring}
          className={classes.ring}
          points={corners((RADIUS * ring) / 1000)}
        />
      ))}
      {dimensions.map((name, axis) => {
        const end = radarPoint(axis, axes, RADIUS);
        const label = radarPoint(axis, axes, RADIUS + 12);
        return (
          <g key={name}>
            <line className={classes.axis} x2={end.x} y2={end.y} />
            <text
              className={classes.name}
              x={label.x}
              y={label.y + 4}
              textAnchor={anchorOf(label.x)}
            >
              {capitalised(name)}
            </text>
          </g>
        );
      })}
      {series.map(({ name, figures }, index) => {
        const { color, dash, mark } = radarStyle(index, theme);
        const scores = knownScores(dimensions, figures);
        const outline = radarOutline(scores, RADIUS);
        return (
          <g key={name}>
            {outline && index > 0 && (
              <polygon points={outline} fill={color} fillOpacity={0.12} />
            )}
            <path
              d={radarPath(scores, RADIUS)}
              fill="none"
              stroke={color}
              strokeWidth={2}
              strokeDasharray={dash}
            />
            {scores.map((score, axis) => {
              if (score === null) return null;
              const at = radarPoint(axis, axes, (RADIUS * score) / 1000);
              return (
                <RadarMark
                  key={dimensions[axis]}
                  mark={mark}
                  color={color}
                  {...at}
                />
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
