/** A per mille as whole points of 100, rounded down: 996 is 99, because 100 means all of it. */
export function points(perMille: number): number {
  return Math.floor(perMille / 10);
}

/** What is missing, in whole points, rounded up: with fewer it would not be enough. */
export function pointsMissing(perMille: number): number {
  return Math.ceil(perMille / 10);
}
