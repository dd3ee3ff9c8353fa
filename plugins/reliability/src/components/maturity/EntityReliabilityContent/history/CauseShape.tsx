import { useTheme } from '@material-ui/core/styles';
import type { ChangeCause } from '@plimsoll/backstage-plugin-reliability-common';

export interface CauseShapeProps {
  cause: ChangeCause;
  cx: number;
  cy: number;
}

/** The mark of a change in the chart: a form for each cause, so that none rests on colour. */
export function CauseShape({ cause, cx, cy }: CauseShapeProps) {
  const theme = useTheme();
  const paint = {
    fill: theme.palette.background.paper,
    stroke: theme.palette.text.primary,
    strokeWidth: 2,
  };
  switch (cause) {
    case 'rule':
      return <rect x={cx - 4} y={cy - 4} width={8} height={8} {...paint} />;
    case 'data':
      return (
        <path
          d={`M${cx} ${cy - 6}L${cx + 6} ${cy}L${cx} ${cy + 6}L${
            cx - 6
          } ${cy}Z`}
          {...paint}
        />
      );
    default:
      return <circle cx={cx} cy={cy} r={4.5} {...paint} />;
  }
}
