import { fingerprint } from '@plimsoll/backstage-plugin-reliability-common';

/** A share (0–1) that is the same for a text every time, and evenly spread over texts. */
const shareOf = (text: string) =>
  parseInt(fingerprint(text).slice(0, 8), 16) / 2 ** 32;

/**
 * The next time at which something happens that happens in every interval: each text has its own moment
 * within the interval, so that many do not happen at once.
 *
 * @param now - milliseconds since the epoch
 */
export function nextTurn(text: string, every: number, now: number): number {
  const offset = Math.floor(shareOf(text) * every);
  return Math.floor((now - offset) / every) * every + every + offset;
}

/** How long to wait after so many failures in a row: the first wait, doubled each time, up to the longest. */
export function backOff(
  failures: number,
  first: number,
  longest: number,
): number {
  return Math.min(longest, first * 2 ** Math.min(failures - 1, 30));
}
