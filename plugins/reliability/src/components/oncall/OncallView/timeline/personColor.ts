import { alpha, type Theme } from '@material-ui/core/styles';

/*
 * Colours tell people apart and mean nothing: none of them is the red or green that says bad or good. The fill
 * is see-through, so that text on it keeps the contrast of text on paper; the full colour is the left edge.
 */
const light = [
  '#1f5fb0',
  '#b05a00',
  '#6b3fa0',
  '#00788a',
  '#a03070',
  '#5b6470',
];
const dark = ['#7db3ff', '#ffb066', '#c3a0ff', '#5fd0e0', '#ff9ad0', '#b8c0cc'];

/** How a person is drawn who is the so-many-th of an answer. */
export function personColor(theme: Theme, index: number) {
  const isDark = theme.palette.type === 'dark';
  const hues = isDark ? dark : light;
  const hue = hues[index % hues.length];
  return { edge: hue, fill: alpha(hue, isDark ? 0.32 : 0.2) };
}
