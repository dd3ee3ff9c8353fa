import {
  OncallShift,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  ProviderError,
  ProviderPerson,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Named } from './answers';
import { inParts, ReadContext, readParts, toReading } from './reading';
import { teamNames } from './teamNames';
import { toShift } from './toDomain';

const PART = 50;

type Shifts = OncallShift<ProviderPerson>[];

async function readPart(
  { client, window, signal }: ReadContext,
  schedules: readonly string[],
): Promise<{ shifts: ReadonlyMap<string, Shifts>; unreadable: number }> {
  const shifts = new Map<string, Shifts>(schedules.map(id => [id, []]));
  let unreadable = 0;
  for await (const page of client.shifts(schedules, window, signal)) {
    for (const item of page) {
      const found = toShift(item);
      if (found) shifts.get(found.schedule)?.push(found.shift);
      else unreadable += 1;
    }
  }
  return { shifts, unreadable };
}

/** Reads schedules, many with one question; they have no levels. */
export async function* readSchedules(
  context: ReadContext,
  refs: readonly RotationRef[],
): AsyncIterable<RotationReading | RotationFailure> {
  const { directory, window, signal } = context;
  const ids = refs.map(({ id }) => id);
  const named = await directory.find('schedules', ids, signal);
  const wishes: { ref: RotationRef; schedule: Named }[] = [];
  for (const ref of refs) {
    const schedule = named.get(ref.id);
    if (schedule instanceof ProviderError) {
      yield { kind: 'failure', ref, error: schedule };
    } else if (schedule) wishes.push({ ref, schedule });
  }
  const teamOf = await teamNames(
    context,
    wishes.flatMap(({ schedule }) => schedule.owners),
  );
  yield* readParts<(typeof wishes)[number], RotationReading | RotationFailure>(
    context,
    inParts(wishes, PART),
    async part => {
      const own = part.map(({ schedule }) => schedule.id);
      const { shifts, unreadable } = await readPart(context, own);
      return part.map(({ ref, schedule }) => {
        const found = shifts.get(schedule.id) ?? [];
        // Without the list nobody knows whether a schedule without shifts is there at all.
        const doubtful = found.length === 0 && schedule.name === undefined;
        return toReading(ref, window, {
          title: schedule.name,
          timeZone: schedule.timeZone,
          team: teamOf(schedule.owners),
          shifts: found,
          unreadable,
          ...(doubtful && {
            gaps: 'unknown',
            warnings: [
              'it has no shifts, and the token may not list schedules',
            ],
          }),
        });
      });
    },
    (part, error) => part.map(({ ref }) => ({ kind: 'failure', ref, error })),
  );
}
