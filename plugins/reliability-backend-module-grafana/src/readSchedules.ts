import {
  OncallWindow,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Directory } from './Directory';
import { attempt, toReading } from './reading';
import { ScheduleShifts } from './ScheduleShifts';
import { toShift } from './toDomain';

/** What a reading needs beside what is asked for. */
export interface ReadContext {
  readonly account: string;
  readonly directory: Directory;
  readonly shifts: ScheduleShifts;
  readonly window: OncallWindow;
  readonly signal: AbortSignal;
  readonly urlOf: (ref: RotationRef) => string | undefined;
}

/** Names of the teams of some things, by id of the team. */
export async function teamsOf(
  { directory, signal }: ReadContext,
  things: Iterable<{ readonly team_id?: string | null }>,
): Promise<(id: string | null | undefined) => string | undefined> {
  const ids = [...things].flatMap(({ team_id: id }) => id ?? []);
  const teams = await directory.teams.known(ids, signal);
  return id => (id && teams.get(id)?.name) || undefined;
}

/** Reads schedules, each with a question of its own; they have no levels. */
export async function* readSchedules(
  context: ReadContext,
  refs: readonly RotationRef[],
): AsyncIterable<RotationReading | RotationFailure> {
  const { account, directory, shifts, window, signal, urlOf } = context;
  const ids = refs.map(({ id }) => id);
  const schedules = await directory.schedules.known(ids, signal);
  const teamOf = await teamsOf(context, schedules.values());
  for (const ref of refs) {
    yield await attempt(account, ref, async () => {
      const schedule = schedules.get(ref.id);
      const { entries, unreadable } = await shifts.of(ref.id);
      return toReading(ref, window, {
        title: schedule?.name,
        url: urlOf(ref),
        timeZone: schedule?.time_zone,
        team: teamOf(schedule?.team_id),
        shifts: entries.map(entry => toShift(entry, { level: null })),
        gaps: 'exact',
        warnings: [],
        unreadable,
      });
    });
  }
}
