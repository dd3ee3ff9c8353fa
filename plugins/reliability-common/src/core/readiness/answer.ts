import { Duration } from 'luxon';
import { CompiledChecklist, ChecklistItem } from './checklist';
import { OTHER_TIERS } from './definitionProblems';

/** What a team says of an item. @public */
export type AnswerValue = 'yes' | 'no' | 'not-applicable';

/** What an item comes to. @public */
export type ItemState =
  | 'unanswered'
  | 'met'
  | 'not-met'
  | 'not-applicable'
  | 'expired'
  | 'contested';

/** A link that shows that an answer is true. Times are milliseconds since the epoch. @public */
export interface Evidence {
  readonly title: string;
  readonly url: string;
  readonly addedAt: number;
  readonly addedBy: string;
}

/** @public */
export interface Answer {
  readonly value: AnswerValue;
  /** Markdown; the reason where not applicable. */
  readonly note: string;
  readonly evidence: readonly Evidence[];
  /** Entity reference of the author. */
  readonly by: string;
  readonly at: number;
}

/** Somebody's doubt about an item. @public */
export interface Contest {
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** What is stored of one item of one service. @public */
export interface AnswerRecord {
  readonly answer?: Answer;
  readonly contest?: Contest;
}

/**
 * Answers by the current ids of their items: an item takes over the answers of its former ids, its own
 * wins, then that of the id it lists first. Rows of items that the checklist no longer has are left out.
 *
 * @public
 */
export function answersByItem<T extends { readonly itemId: string }>(
  checklist: Pick<CompiledChecklist, 'currentIds' | 'definition'>,
  rows: Iterable<T>,
): Map<string, T> {
  const stored = new Map([...rows].map(row => [row.itemId, row]));
  const found = checklist.definition.items.flatMap(({ id, formerly = [] }) => {
    const from = [id, ...formerly].find(each => stored.has(each));
    return from === undefined ? [] : [[id, stored.get(from)!] as const];
  });
  return new Map(found);
}

/** Every item is asked in every assessment, but an item has few durations. */
const parsed = new Map<string, number>();

function milliseconds(iso: string): number {
  const known = parsed.get(iso);
  if (known !== undefined) return known;
  const length = Duration.fromISO(iso).toMillis();
  parsed.set(iso, length);
  return length;
}

/**
 * How long an answer to an item holds for a service of a tier, in milliseconds; undefined: for ever, as
 * where the tier is not named and there is no `default`.
 *
 * @public
 */
export function lifetimeOf(
  { expires }: Pick<ChecklistItem, 'expires'>,
  tierId: string,
): number | undefined {
  if (expires === undefined) return undefined;
  if (typeof expires === 'string') return milliseconds(expires);
  const key = Object.hasOwn(expires, tierId) ? tierId : OTHER_TIERS;
  return Object.hasOwn(expires, key) ? milliseconds(expires[key]) : undefined;
}
