import { alertPairProblems, alertPairs, burnThreshold } from '../alertPairs';
import { SloWindow } from '../slo';
import { Spot } from './Spot';

/** A target as people write it: `99.95 %`. */
export const percentText = (ppm: number): string =>
  `${Number((ppm / 10_000).toFixed(4))} %`;

/** Warns of alerts that follow from the window and can never fire. */
export function warnUnreachable(
  spot: Spot,
  target: number,
  window: SloWindow,
): void {
  const never = alertPairs(window).filter(pair =>
    alertPairProblems(pair, target).includes('never'),
  );
  if (never.length === 0) return;
  const list = never.map(
    ({ severity, long, factor }) =>
      `the ${severity} over ${long} would need ${percentText(
        1_000_000 * burnThreshold(factor, target),
      )} bad events`,
  );
  spot.note(
    'page-unreachable',
    `With a target of ${percentText(
      target,
    )} some alerts can never fire: ${list.join(
      ', ',
    )}. Raise the target, or do not count on them.`,
  );
}
