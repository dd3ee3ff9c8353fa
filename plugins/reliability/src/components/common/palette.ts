import { alpha, type Theme } from '@material-ui/core/styles';

/*
 * Levels are configured, so neither their number nor their names are known here: a level's colour is its
 * place on the way from quiet to full in ONE hue, the theme's primary colour. Words carry the meaning.
 * Full strength on paper: #1F5493 on white 7.6:1, #9CC9FF on #424242 5.7:1 (the Backstage themes).
 */
const QUIETEST = 0.4;

/** The fill of a level's bar. Below the first level there is no fill, only an outline. */
export function levelColor(theme: Theme, index: number, total: number) {
  if (index < 0) return 'transparent';
  const share = total <= 1 ? 1 : index / (total - 1);
  return alpha(theme.palette.primary.main, QUIETEST + (1 - QUIETEST) * share);
}

/** Diagonal lines in grey: what is not known. Never a plain fill, never green. */
export function unknownPattern(theme: Theme) {
  const line = alpha(theme.palette.text.primary, 0.42);
  return `repeating-linear-gradient(135deg, ${line} 0 1px, transparent 1px 4px)`;
}

/** The ground of every bar. */
export function trackColor(theme: Theme) {
  return alpha(theme.palette.text.primary, 0.14);
}

/** Colours of icons that say good or bad; at least 3:1 on paper in the Backstage themes. */
export function statusColors(theme: Theme) {
  const dark = theme.palette.type === 'dark';
  const { success, error, warning } = theme.palette;
  return {
    good: dark ? success.light : success.dark,
    bad: dark ? error.light : error.dark,
    warn: dark ? warning.light : warning.dark,
  };
}
