import type { Theme } from '@material-ui/core/styles';
import type { RollupFigures } from '@plimsoll/backstage-plugin-reliability-common';
import { statusColors } from '../../../common';

/** One shape of a radar. */
export interface RadarSeries {
  name: string;
  figures: Pick<RollupFigures, 'dimensions'>;
}

/** How shapes are told apart: colour, the way a line is broken, and the mark at its corners. */
export function radarStyle(index: number, theme: Theme) {
  return [
    {
      color: theme.palette.text.secondary,
      dash: '2 3',
      mark: 'circle' as const,
    },
    { color: theme.palette.primary.main, dash: '', mark: 'square' as const },
    {
      color: statusColors(theme).warn,
      dash: '7 3',
      mark: 'triangle' as const,
    },
  ][index % 3];
}
