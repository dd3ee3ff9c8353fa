import { OncallPerson, OncallWindow, personKey } from './oncall';
import { PlannedShift } from './planned';
import { distinctPeople, TOLERANCE_MS } from './spans';

/** A time in which the same people can be paged; empty: nobody. */
export interface Segment extends OncallWindow {
  readonly people: OncallPerson[];
}

/** Somebody begins or ceases to be on call. */
export interface Change {
  readonly at: number;
  readonly level: number | null;
  readonly person: OncallPerson;
  /** Equal for the same person. */
  readonly who: number;
  readonly begins: boolean;
}

interface Draft {
  from: number;
  to: number;
  readonly people: OncallPerson[];
  /** Equal for the same people. */
  readonly key: string;
}

/** Beginnings and ends in order; shadows and slots that nobody fills are no people. */
export function changesOf(shifts: readonly PlannedShift[]): Change[] {
  const numbers = new Map<string, number>();
  const changes: Change[] = [];
  for (const { start, end, level, person, shadow } of shifts) {
    if (person === null || shadow || end <= start) continue;
    const key = personKey(person);
    const who = numbers.get(key) ?? numbers.size;
    if (who === numbers.size) numbers.set(key, who);
    changes.push({ at: start, level, person, who, begins: true });
    changes.push({ at: end, level, person, who, begins: false });
  }
  return changes.sort((a, b) => a.at - b.at);
}

/** Who is on call as changes come one after another. */
class Active {
  /** Numbers of the people in order. */
  private readonly who: number[] = [];
  /** By number: how many shifts the person has at that time. */
  private readonly counts: number[] = [];
  private readonly people: OncallPerson[] = [];
  /** The same few people come again and again. */
  private readonly known = new Map<string, OncallPerson[]>();

  apply({ who, person, begins }: Change): void {
    const before = this.counts[who] ?? 0;
    this.counts[who] = before + (begins ? 1 : -1);
    if (before === 0) {
      this.people[who] = person;
      this.who.push(who);
      if (this.who.length > 1) this.who.sort((a, b) => a - b);
    } else if (this.counts[who] === 0) {
      this.who.splice(this.who.indexOf(who), 1);
    }
  }

  get key(): string {
    return this.who.length === 1 ? String(this.who[0]) : this.who.join();
  }

  peopleOf(key: string): OncallPerson[] {
    const known = this.known.get(key);
    if (known) return known;
    const people = distinctPeople(this.who.map(who => this.people[who]));
    this.known.set(key, people);
    return people;
  }
}

/** Whether what comes cannot change what was before `enough`: the last two segments are told apart and no slivers. */
function isTold(segments: readonly Draft[], enough: number): boolean {
  const last = segments.at(-1);
  const before = segments.at(-2);
  return (
    last !== undefined &&
    before !== undefined &&
    last.from >= enough &&
    last.to - last.from > TOLERANCE_MS &&
    before.to - before.from > TOLERANCE_MS
  );
}

function rawSegments(
  changes: readonly Change[],
  { from, to }: OncallWindow,
  enough: number,
): Draft[] {
  const active = new Active();
  const segments: Draft[] = [];
  let last: Draft | undefined;
  let at = from;
  let next = 0;
  while (at < to && !isTold(segments, enough)) {
    while (next < changes.length && changes[next].at <= at) {
      active.apply(changes[next]);
      next += 1;
    }
    const end = next < changes.length ? Math.min(to, changes[next].at) : to;
    const { key } = active;
    if (last?.key === key) last.to = end;
    else {
      last = { from: at, to: end, people: active.peopleOf(key), key };
      segments.push(last);
    }
    at = end;
  }
  return segments;
}

/** Segments of a second or less are how ends that touch look: they go to what was before them. */
function withoutSlivers(segments: readonly Draft[]): Segment[] {
  const kept: Draft[] = [];
  let last: Draft | undefined;
  let begin: number | undefined;
  for (const segment of segments) {
    const sliver = segment.to - segment.from <= TOLERANCE_MS;
    if (last && (sliver || last.key === segment.key)) {
      last.to = segment.to;
    } else if (sliver) begin ??= segment.from;
    else {
      segment.from = begin ?? segment.from;
      last = segment;
      kept.push(segment);
      begin = undefined;
    }
  }
  return kept.length > 0 ? kept : segments.slice(0, 1);
}

/**
 * As {@link segmentsOf}, of changes in order; for whoever needs the segments of several levels.
 *
 * @param enough - at least two segments are told, and all that begin before this time
 */
export const segmentsBetween = (
  changes: readonly Change[],
  window: OncallWindow,
  enough: number = window.to,
): Segment[] => withoutSlivers(rawSegments(changes, window, enough));

/**
 * Who can be paged over a window: what changes nothing is joined, shadows and slots that nobody fills are no
 * people. The segments cover the window without a hole; there is none where the window is empty.
 */
export const segmentsOf = (
  shifts: readonly PlannedShift[],
  window: OncallWindow,
): Segment[] => segmentsBetween(changesOf(shifts), window);
