import { alpha, useTheme } from '@material-ui/core/styles';
import { statusColors, unknownPattern } from '../../common';

const strengths = [1, 0.75, 0.5, 0.28, 0.12];

/**
 * The fill of a level: one hue that fades from the worst to the mildest, so that it is an order for those who
 * do not see the hue as well. What has no level is hatched. A hook, for the theme.
 */
export function useSeverityColor(): (level: number | null) => string {
  const theme = useTheme();
  const { bad } = statusColors(theme);
  return level =>
    level === null
      ? unknownPattern(theme)
      : alpha(bad, strengths[Math.min(5, Math.max(1, level)) - 1]);
}
