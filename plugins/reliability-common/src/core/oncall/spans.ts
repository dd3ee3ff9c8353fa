import { OncallPerson, OncallWindow, personKey } from './oncall';

/** Ends that are a second apart touch: there are providers whose shifts end at :18 and begin at :19. */
export const TOLERANCE_MS = 1_000;

/** The windows in order, those that overlap or touch joined. */
export function union(windows: readonly OncallWindow[]): OncallWindow[] {
  const joined: OncallWindow[] = [];
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (window.to <= window.from) continue;
    if (last && window.from - last.to <= TOLERANCE_MS) {
      if (window.to > last.to) {
        joined[joined.length - 1] = { from: last.from, to: window.to };
      }
    } else joined.push({ from: window.from, to: window.to });
  }
  return joined;
}

/** The times that are in both; each list in order and without overlaps. */
export function intersect(
  a: readonly OncallWindow[],
  b: readonly OncallWindow[],
): OncallWindow[] {
  const common: OncallWindow[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i].from, b[j].from);
    const to = Math.min(a[i].to, b[j].to);
    if (from < to) common.push({ from, to });
    if (a[i].to < b[j].to) i += 1;
    else j += 1;
  }
  return common;
}

/** The times of the first list that are not in the second; each in order and without overlaps. */
export function subtract(
  a: readonly OncallWindow[],
  b: readonly OncallWindow[],
): OncallWindow[] {
  const rest: OncallWindow[] = [];
  let first = 0;
  for (const { from, to } of a) {
    while (first < b.length && b[first].to <= from) first += 1;
    let begin = from;
    for (let i = first; i < b.length && b[i].from < to; i += 1) {
      if (b[i].from > begin) rest.push({ from: begin, to: b[i].from });
      begin = Math.max(begin, b[i].to);
    }
    if (begin < to) rest.push({ from: begin, to });
  }
  return rest;
}

/** The part of the windows that lies in one. */
export const clip = (
  windows: readonly OncallWindow[],
  window: OncallWindow,
): OncallWindow[] => intersect(windows, [window]);

const HOUR = 3_600_000;

/** Their length in hours; without overlaps. */
export const hoursOf = (windows: readonly OncallWindow[]): number =>
  windows.reduce((sum, { from, to }) => sum + (to - from), 0) / HOUR;

/** A person once, by name. */
export function distinctPeople<P extends OncallPerson>(
  people: readonly P[],
): P[] {
  if (people.length < 2) return [...people];
  const known = new Map<string, P>();
  for (const person of people) {
    const key = personKey(person);
    if (!known.has(key)) known.set(key, person);
  }
  if (known.size === 1) return [...known.values()];
  return [...known]
    .map(([key, person]) => ({ key, person, name: person.name.toLowerCase() }))
    .sort(byName)
    .map(({ person }) => person);
}

interface Named {
  readonly key: string;
  readonly name: string;
}

/** Not by the reader's language: the order must be the same wherever it is computed. */
function byName(a: Named, b: Named) {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
