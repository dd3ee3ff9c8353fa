import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  ProviderError,
} from '@plimsoll/backstage-plugin-reliability-node';
import { OncallEntry } from './answers';
import { PagerdutyClient } from './PagerdutyClient';
import { toEntry } from './toDomain';

/** Ids in one question: an address stays below 2,500 characters, and a month of them below 10,000 entries. */
const BATCH = 50;
/** How often a batch that is refused may be halved in one read: else every id would be asked for alone. */
const MOST_SPLITS = 64;

/** The entries of some ids, or why there are none. */
export type OncallBatch =
  | {
      readonly kind: 'entries';
      readonly ids: readonly string[];
      readonly entries: ReadonlyMap<string, readonly OncallEntry[]>;
      /** Entries that nobody can tell the id of. */
      readonly unreadable: number;
    }
  | {
      readonly kind: 'failure';
      readonly id: string;
      readonly error: ProviderError;
    };

const BY_ID = {
  'escalation_policy_ids[]': (entry: OncallEntry) => entry.escalation_policy,
  'schedule_ids[]': (entry: OncallEntry) => entry.schedule,
} as const;

type Filter = keyof typeof BY_ID;

async function readBatch(
  client: PagerdutyClient,
  filter: Filter,
  ids: readonly string[],
  window: OncallWindow,
  signal: AbortSignal,
): Promise<OncallBatch> {
  const entries = new Map<string, OncallEntry[]>(ids.map(id => [id, []]));
  let unreadable = 0;
  for await (const page of client.oncalls(filter, ids, window, signal)) {
    for (const item of page) {
      const entry = toEntry(item);
      const id = entry && BY_ID[filter](entry)?.id;
      if (entry && id) entries.get(id)?.push(entry);
      else unreadable += 1;
    }
  }
  return { kind: 'entries', ids, entries, unreadable };
}

/** One id that is refused must not take the others with it, and more than 10,000 entries are not given. */
const mayBeHalved = (error: unknown): error is ProviderError =>
  concernsOneRotation(error) &&
  ['not-found', 'refused', 'endless', 'too-much'].includes(error.failure);

/**
 * Reads who is on call, for many policies or schedules with one question, and gives a batch as soon as it is
 * whole. A batch that is refused is halved, down to the id that is to blame.
 *
 * @throws ProviderError when the account as a whole gives no answer
 */
export async function* readOncalls(
  client: PagerdutyClient,
  filter: Filter,
  ids: readonly string[],
  window: OncallWindow,
  signal: AbortSignal,
): AsyncIterable<OncallBatch> {
  const waiting: (readonly string[])[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    waiting.push(ids.slice(start, start + BATCH));
  }
  let splits = MOST_SPLITS;
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    try {
      yield await readBatch(client, filter, batch, window, signal);
    } catch (error) {
      if (!mayBeHalved(error)) throw error;
      if (batch.length === 1) {
        yield { kind: 'failure', id: batch[0], error };
      } else {
        if (splits === 0) throw error;
        splits -= 1;
        const half = Math.ceil(batch.length / 2);
        waiting.unshift(batch.slice(0, half), batch.slice(half));
      }
    }
  }
}
