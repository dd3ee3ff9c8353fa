import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { useId } from 'react';
import { statusColors } from '../../common';
import { waterOf } from './water';

const useStyles = makeStyles({
  root: { display: 'block', width: '100%', height: 'auto' },
  water: {
    transition: 'transform 600ms ease-out',
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
});

const WIDTH = 320;
const HEIGHT = 170;
/** Where the mark is; water at this height leaves no room. */
const MARK = 84;
const DEEPEST = 148;
const OVER = 62;

/** Top of the water in the picture. */
function heightOf(answer: GateAnswer): number {
  const water = waterOf(answer);
  if (water.kind === 'over') return OVER;
  if (water.kind === 'unknown') return 120;
  return MARK + 3 + ((DEEPEST - MARK - 3) * water.room) / 1000;
}

const waves = (amplitude: number) =>
  Array.from(
    { length: 9 },
    (_, index) => `q 10 ${index % 2 ? -amplitude : amplitude} 20 0 t 20 0`,
  ).join(' ');

/**
 * A hull with its load line: the circle with the line across is how far the water may come, and the water stands as
 * high as what bounds the service most. Above the line nothing more is loaded.
 */
export function Hull(props: { answer: GateAnswer; label: string }) {
  const { answer, label } = props;
  const classes = useStyles();
  const theme = useTheme();
  const id = useId();
  const top = heightOf(answer);
  const { kind } = waterOf(answer);
  const { warn, bad } = statusColors(theme);
  const hull = alpha(theme.palette.text.primary, 0.16);
  const ink = theme.palette.text.primary;
  const sea = theme.palette.primary.main;
  const mark = { over: bad, unknown: ink, room: ink }[kind];
  const level = answer.decision === 'warn' && kind === 'room' ? warn : sea;
  const surface = `M -40 0 ${waves(3)}`;
  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <defs>
        <clipPath id={`${id}-frame`}>
          <rect width={WIDTH} height={HEIGHT} rx="8" />
        </clipPath>
        <pattern
          id={`${id}-unknown`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" stroke={alpha(ink, 0.42)} strokeWidth="1.5" />
        </pattern>
      </defs>
      <g clipPath={`url(#${id}-frame)`}>
        <rect
          width={WIDTH}
          height={HEIGHT}
          fill={alpha(theme.palette.text.primary, 0.04)}
        />
        <path d="M96 38V22h52v16zm60 0V12h20v26z" fill={hull} />
        <path
          d="M14 38H306q-4 66-34 100-8 10-22 10H74q-14 0-22-10Q20 104 14 38Z"
          fill={hull}
          stroke={ink}
          strokeWidth="1.5"
        />
        <g className={classes.water} transform={`translate(0 ${top})`}>
          <path
            d={`${surface} V ${HEIGHT} H -40 Z`}
            fill={kind === 'unknown' ? `url(#${id}-unknown)` : alpha(sea, 0.3)}
          />
          <path
            d={surface}
            fill="none"
            stroke={kind === 'unknown' ? ink : level}
            strokeWidth="2"
            strokeDasharray={kind === 'unknown' ? '5 4' : undefined}
          />
        </g>
        <g fill="none" stroke={mark} strokeWidth="3.5">
          <circle cx={WIDTH / 2} cy={MARK} r="17" />
          <path d={`M${WIDTH / 2 - 32} ${MARK}h64`} />
        </g>
      </g>
    </svg>
  );
}
