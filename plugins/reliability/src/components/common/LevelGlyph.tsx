import { useTheme } from '@material-ui/core/styles';

/** More steps than these cannot be told apart at this size. */
const MOST_STEPS = 5;

/** Steps of a ladder, filled up to the level attained. Always beside the level's name. */
export function LevelGlyph(props: { index: number; total: number }) {
  const { index, total } = props;
  const theme = useTheme();
  const steps = Math.max(1, Math.min(total, MOST_STEPS));
  const filled =
    total <= MOST_STEPS
      ? index + 1
      : Math.ceil(((index + 1) * MOST_STEPS) / total);
  const width = steps * 4 - 1;
  return (
    <svg
      width={width}
      height={11}
      viewBox={`0 0 ${width} 11`}
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      {Array.from({ length: steps }, (_, step) => {
        const height = steps === 1 ? 11 : 4 + (7 * step) / (steps - 1);
        const on = step < filled;
        return (
          <rect
            key={step}
            x={step * 4 + 0.5}
            y={11 - height + 0.5}
            width={2}
            height={height - 1}
            fill={on ? theme.palette.primary.main : 'none'}
            stroke={
              on ? theme.palette.primary.main : theme.palette.text.secondary
            }
          />
        );
      })}
    </svg>
  );
}
