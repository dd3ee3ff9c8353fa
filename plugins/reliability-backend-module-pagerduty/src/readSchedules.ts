import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  ProviderError,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { OncallEntry } from './answers';
import { ScheduleFacts } from './Directory';
import { readOncalls } from './oncalls';
import { failureOf, ReadContext, toReading } from './reading';
import {
  assignedTo,
  layersShifts,
  Readable,
  shiftsShifts,
  titleOf,
  toShift,
} from './toDomain';

/** The same shift is told once for each policy and level that names the schedule. */
function shiftsOf(entries: readonly OncallEntry[]): Readable {
  const seen = new Set<string>();
  const once = entries.filter(({ user, start, end }) => {
    const key = [user?.id, start, end].join(' ');
    return !seen.has(key) && seen.add(key);
  });
  const shifts = once.flatMap(entry => toShift(entry, false) ?? []);
  return { shifts, unreadable: once.length - shifts.length };
}

/** What a schedule of shifts comes to. */
async function readShifts(
  { client, directory, window, signal }: ReadContext,
  id: string,
): Promise<Readable | undefined> {
  const answer = await client.shiftsSchedule(id, signal, window);
  const people = await directory.findPeople(assignedTo(answer), signal);
  return shiftsShifts(answer, people);
}

const factsOf = (facts: ScheduleFacts | undefined) => ({
  ...facts,
  roster: facts?.members && [{ level: null, people: facts.members }],
});

/**
 * Schedules that no policy names are not in /oncalls: they are asked for themselves, under the address of the old
 * kind and then of the new one.
 */
async function readAlone(
  context: ReadContext,
  ref: RotationRef,
  facts: ScheduleFacts | undefined,
): Promise<RotationReading | RotationFailure> {
  const { account, client, directory, window, signal } = context;
  const other = (error: unknown) => {
    const elsewhere =
      concernsOneRotation(error) &&
      (error.failure === 'not-found' || error.failure === 'refused');
    if (!elsewhere) throw error;
    return readShifts(context, ref.id);
  };
  try {
    const ids = facts?.members?.map(({ id }) => id) ?? [];
    const people = await directory.findPeople(ids, signal);
    const found = await client
      .one('schedules', ref.id, signal, window)
      .then(answer => layersShifts(answer, people), other);
    if (!found) {
      throw new ProviderError(
        'bad-answer',
        `Account "${account}" gives no final schedule for schedule "${ref.id}".`,
      );
    }
    return toReading(ref, window, { ...factsOf(facts), ...found });
  } catch (error) {
    if (!concernsOneRotation(error)) throw error;
    return failureOf(account, ref, error);
  }
}

/** Reads schedules: those that policies name in batches, the others one by one. */
export async function* readSchedules(
  context: ReadContext,
  refs: readonly RotationRef[],
): AsyncIterable<RotationReading | RotationFailure> {
  const { account, client, directory, window, signal } = context;
  const byId = new Map(refs.map(ref => [ref.id, ref]));
  for await (const batch of readOncalls(
    client,
    'schedule_ids[]',
    [...byId.keys()],
    window,
    signal,
  )) {
    if (batch.kind === 'failure') {
      const ref = byId.get(batch.id);
      if (ref) yield failureOf(account, ref, batch.error);
      continue;
    }
    const schedules = await directory.findSchedules(
      batch.ids,
      signal,
      context.allowance,
    );
    for (const [id, entries] of batch.entries) {
      const ref = byId.get(id);
      if (!ref) continue;
      const facts = schedules.get(id);
      if (entries.length === 0) {
        yield await readAlone(context, ref, facts);
        continue;
      }
      const { shifts, unreadable } = shiftsOf(entries);
      yield toReading(ref, window, {
        ...factsOf(facts),
        title: facts?.title ?? titleOf(entries[0].schedule),
        shifts,
        unreadable: unreadable + batch.unreadable,
      });
    }
  }
}
