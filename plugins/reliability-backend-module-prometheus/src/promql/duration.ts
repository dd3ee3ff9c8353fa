const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/**
 * A duration for PromQL in its largest whole unit: `30d`, `90m`, `299999ms`.
 *
 * @param ms - positive whole milliseconds
 */
export function printDuration(ms: number): string {
  const [unit, size] = UNITS.find(([, each]) => ms % each === 0) ?? ['ms', 1];
  return `${ms / size}${unit}`;
}

/** A time for the `@` modifier: seconds since the epoch, with milliseconds only where there are some. */
export function printTime(ms: number): string {
  return ms % 1000 === 0 ? String(ms / 1000) : (ms / 1000).toFixed(3);
}

/** A number without float noise and without an exponent that a reader stumbles over: `0.0144`. */
export function printNumber(value: number): string {
  const clean = Number(value.toFixed(12));
  return Math.abs(clean) >= 1e-6 || clean === 0
    ? String(clean)
    : clean.toFixed(12).replace(/0+$/, '');
}
