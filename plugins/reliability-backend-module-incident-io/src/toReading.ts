import {
  OncallShift,
  OncallWindow,
  RosterEntry,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  ProviderPerson,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { PathAnswer, PathTarget, ScheduleAnswer } from './answers';
import { ScheduleEntries } from './IncidentIoClient';
import { PathLevels } from './pathLevels';
import { directShift, membersOf, toShifts, urlOf } from './toDomain';

/** What is known beside a path or a schedule; what the key may not read is missing. */
export interface Known {
  readonly window: OncallWindow;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly entries: ReadonlyMap<string, ScheduleEntries>;
  readonly schedules: ReadonlyMap<string, ScheduleAnswer>;
  readonly people: ReadonlyMap<string, ProviderPerson>;
}

const NO_ENTRIES: ScheduleEntries = { final: [], overrides: [] };

const ALL = ['all_users', 'all_users_for_rota'];
const NOW = ['currently_on_call', 'currently_on_call_for_rota'];

/** Whether the target is whoever is on call in a schedule. */
export const followsSchedule = ({ type, schedule_mode: mode }: PathTarget) =>
  type === 'schedule' && (!mode || NOW.includes(mode));

const unreadableWords = (count: number): string[] =>
  count > 0
    ? [
        `${count} entries of incident.io could not be understood; who is on call may not be complete`,
      ]
    : [];

/** The reading of a schedule alone, which has no levels. */
export function scheduleReading(
  ref: RotationRef,
  { window, now, entries, schedules }: Known,
): RotationReading {
  const facts = schedules.get(ref.id);
  const { shifts, unreadable } = toShifts(entries.get(ref.id) ?? NO_ENTRIES, {
    level: null,
  });
  const members = facts && membersOf(facts, now);
  const url = facts && urlOf(facts);
  return {
    kind: 'reading',
    ref,
    title: facts?.name ?? ref.id,
    ...(url && { url }),
    ...(facts?.timezone && { timeZone: facts.timezone }),
    window,
    shifts,
    ...(members && { roster: [{ level: null, people: members }] }),
    gaps: unreadable > 0 ? 'unknown' : 'exact',
    warnings: unreadableWords(unreadable),
  };
}

/** What one target adds to its level. */
interface Share {
  readonly shifts: readonly OncallShift<ProviderPerson>[];
  /** Undefined: not told. */
  readonly members?: readonly ProviderPerson[];
  readonly unreadable: number;
  readonly warnings: readonly string[];
}

const unknown = (warning: string): Share => ({
  shifts: [],
  unreadable: 0,
  warnings: [warning],
});

function shareOf(target: PathTarget, level: number, known: Known): Share {
  const { entries, schedules, people, now } = known;
  const id = target.id ?? '';
  if (target.type === 'user') {
    const person = people.get(id) ?? { id, name: 'Somebody without a name' };
    const shifts = [directShift(person, level)];
    return { shifts, members: [person], unreadable: 0, warnings: [] };
  }
  const facts = schedules.get(id);
  const rotation = target.selected_rota_id ?? undefined;
  const name = facts?.name ?? id;
  const members = facts && membersOf(facts, now, rotation);
  if (ALL.includes(target.schedule_mode ?? '') && members) {
    const shifts = members.map(person => directShift(person, level));
    return { shifts, members, unreadable: 0, warnings: [] };
  }
  const found = entries.get(id);
  if (!followsSchedule(target) || !found) {
    return unknown(`Whom level ${level} pages in "${name}" is not known`);
  }
  const place = { level, schedule: name, rotation };
  return { ...toShifts(found, place), members, warnings: [] };
}

const BRANCHES =
  'The path depends on conditions; the branch that pages with high urgency is shown';

function rosterOf(
  shares: readonly (readonly Share[])[],
): RosterEntry<ProviderPerson>[] | undefined {
  if (shares.some(level => level.some(({ members }) => !members)))
    return undefined;
  return shares.map((level, index) => ({
    level: index + 1,
    people: [
      ...new Map(
        level
          .flatMap(({ members = [] }) => members)
          .map(person => [person.id, person]),
      ).values(),
    ],
  }));
}

/** The reading of an escalation path; whom it pages first is level 1. */
export function pathReading(
  ref: RotationRef,
  path: Pick<PathAnswer, 'name'>,
  { levels, branches, unreadable: steps }: PathLevels,
  known: Known,
): RotationReading {
  const shares = levels.map((targets, index) =>
    targets.map(target => shareOf(target, index + 1, known)),
  );
  const all = shares.flat();
  const unreadable = all.reduce((sum, share) => sum + share.unreadable, steps);
  const warnings = all.flatMap(share => share.warnings);
  const roster = rosterOf(shares);
  const [first] = levels.flat().filter(({ type }) => type === 'schedule');
  const timeZone = known.schedules.get(first?.id ?? '')?.timezone;
  const complete = unreadable === 0 && warnings.length === 0;
  const told = branches ? 'estimated' : 'exact';
  return {
    kind: 'reading',
    ref,
    title: path.name ?? ref.id,
    ...(timeZone && { timeZone }),
    window: known.window,
    shifts: all.flatMap(share => share.shifts),
    ...(roster && { roster }),
    gaps: complete ? told : 'unknown',
    warnings: [
      ...unreadableWords(unreadable),
      ...warnings,
      ...(branches ? [BRANCHES] : []),
    ],
  };
}
