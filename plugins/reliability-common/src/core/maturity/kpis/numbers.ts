import { quantile } from '../../incidents';

/** A share in percent; null of none. */
export const percentOf = (part: number, whole: number): number | null =>
  whole > 0 ? (100 * part) / whole : null;

/** The value in the middle, and none of none; in any order. */
export const medianOf = (values: readonly number[]): number | null =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
