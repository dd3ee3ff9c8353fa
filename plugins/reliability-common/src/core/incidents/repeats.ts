import { Incident, startedAt } from './incident';

/** What may have happened before. @public */
export interface EarlierIncident {
  readonly id: string;
  readonly key: string | null;
  readonly entityRefs: readonly string[];
  readonly startedAt: number;
  readonly resolvedAt: number | null;
}

/** Longer ones are prose, not a tag: two of them are never the same trouble by chance of wording. */
const LONGEST_TAG = 100;

/**
 * What makes two incidents the same trouble: the key of the provider (an alert's key, an alias), else the cause
 * where it is short enough to be a tag; capitals and spaces make no difference to the latter. Undefined: nothing
 * does.
 *
 * @public
 */
export function repeatKey({
  dedupeKey,
  cause,
}: Pick<Incident, 'dedupeKey' | 'cause'>): string | undefined {
  if (dedupeKey) return dedupeKey;
  const tag = cause?.trim().replace(/\s+/g, ' ').toLowerCase();
  return tag && tag.length <= LONGEST_TAG ? tag : undefined;
}

/**
 * The incident that came back: the latest of the same key on one of the same services that was resolved at most
 * `withinMs` before this one began. One that was not resolved by then is the same incident, not a repeat.
 *
 * @param earlier - in any order; merged, declined and exercises left out
 * @public
 */
export function repeatOf(
  incident: Pick<
    Incident,
    'id' | 'dedupeKey' | 'cause' | 'entityRefs' | 'stamps'
  >,
  earlier: readonly EarlierIncident[],
  withinMs: number,
): string | undefined {
  const key = repeatKey(incident);
  const began = startedAt(incident);
  if (key === undefined || began === undefined) return undefined;
  const services = new Set(incident.entityRefs);
  const candidates = earlier.filter(
    other =>
      other.id !== incident.id &&
      other.key === key &&
      other.resolvedAt !== null &&
      other.resolvedAt <= began &&
      began - other.resolvedAt <= withinMs &&
      other.startedAt <= began &&
      other.entityRefs.some(ref => services.has(ref)),
  );
  return candidates.sort(
    (a, b) => b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1),
  )[0]?.id;
}
