import { useTheme } from '@material-ui/core/styles';
import { statusColors } from '../../../common';
import { zeroAt, type BurnDownPoint } from './burnDownPoints';

/** A gradient that is cut at zero: calm where some budget is left, bad where more was spent. */
export function SplitColor(props: {
  id: string;
  points: readonly BurnDownPoint[];
  /** Whether what is coloured reaches from zero, like an area, or only along the values, like a line. */
  fromZero?: boolean;
}) {
  const { id, points, fromZero } = props;
  const theme = useTheme();
  const values = points.map(({ remaining }) => remaining ?? 0);
  if (fromZero) values.push(0);
  const [highest, lowest] = [Math.max(...values), Math.min(...values)];
  const cut = zeroAt(highest, lowest);
  const calm = theme.palette.primary.main;
  const { bad } = statusColors(theme);
  const [above, below] =
    cut === undefined ? Array(2).fill(lowest < 0 ? bad : calm) : [calm, bad];
  // A gradient over the box of a level line, which has no height, is not drawn at all.
  const space =
    cut === undefined
      ? ({ gradientUnits: 'userSpaceOnUse', y2: 1000 } as const)
      : ({ gradientUnits: 'objectBoundingBox', y2: 1 } as const);
  return (
    <linearGradient id={id} x1={0} y1={0} x2={0} {...space}>
      <stop offset={cut ?? 0} stopColor={above} />
      <stop offset={cut ?? 0} stopColor={below} />
    </linearGradient>
  );
}
