/** The index of the first item for which a condition holds that holds for all after it; the length where none. */
export function firstIndex<T>(
  sorted: readonly T[],
  holds: (item: T) => boolean,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** With more changes than this share of a list, one pass is cheaper than to find the place of each. */
const FEW = 1 / 100;

interface Changes<T> {
  readonly removed: ReadonlySet<T>;
  readonly added: readonly T[];
}

/**
 * A sorted list after some items left and others came.
 *
 * @param compare - tells any two different items apart
 */
export function merge<T>(
  sorted: readonly T[],
  changes: Changes<T>,
  compare: (a: T, b: T) => number,
): T[] {
  const count = changes.removed.size + changes.added.length;
  return count <= sorted.length * FEW
    ? mergeFew(sorted, changes, compare)
    : mergeMany(sorted, changes, compare);
}

function mergeFew<T>(
  sorted: readonly T[],
  { removed, added }: Changes<T>,
  compare: (a: T, b: T) => number,
): T[] {
  const merged = [...sorted];
  const placeOf = (item: T) =>
    firstIndex(merged, other => compare(other, item) >= 0);
  for (const item of removed) {
    const place = placeOf(item);
    if (merged[place] === item) merged.splice(place, 1);
  }
  for (const item of added) merged.splice(placeOf(item), 0, item);
  return merged;
}

function mergeMany<T>(
  sorted: readonly T[],
  { removed, added }: Changes<T>,
  compare: (a: T, b: T) => number,
): T[] {
  const coming = [...added].sort(compare);
  const merged: T[] = [];
  let next = 0;
  for (const item of sorted) {
    if (removed.has(item)) continue;
    while (next < coming.length && compare(coming[next], item) < 0) {
      merged.push(coming[next]);
      next += 1;
    }
    merged.push(item);
  }
  while (next < coming.length) {
    merged.push(coming[next]);
    next += 1;
  }
  return merged;
}
