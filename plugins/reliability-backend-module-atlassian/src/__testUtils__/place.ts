import {
  ContractRotation,
  ContractShift,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { OperationsRotation, OperationsState } from '@plimsoll/test-fakes';

export type PlacedKind = 'schedule' | 'team' | 'escalation';

/** Parts of a schedule, in each of which one after the other takes turns. */
function inParts(shifts: readonly ContractShift[]): ContractShift[][] {
  const parts: ContractShift[][] = [];
  for (const shift of shifts) {
    const free = parts.find(part =>
      part.every(({ from, to }) => to <= shift.from || shift.to <= from),
    );
    if (free) free.push(shift);
    else parts.push([shift]);
  }
  return parts;
}

const user = (id: string) => ({ type: 'user', id } as const);

function addSchedule(
  state: OperationsState,
  name: string,
  shifts: readonly ContractShift[],
  roster: readonly string[],
): string {
  const parts = inParts(shifts).map(
    (part, index): OperationsRotation => ({
      name: `Part ${index + 1}`,
      participants: index === 0 ? roster.map(user) : [],
      entries: () =>
        part.map(({ from, to, person, source }) => ({
          start: from,
          end: to,
          users: person ? [person.id] : [],
          ...(source === 'override' && { type: 'override' as const }),
        })),
    }),
  );
  const none = { name: 'Empty', participants: [], entries: () => [] };
  return state.addSchedule({
    name,
    timeZone: 'Europe/Oslo',
    rotations: parts.length > 0 ? parts : [none],
  });
}

/**
 * Makes schedules, an escalation and a team out of a rotation.
 *
 * @returns the ids of the first schedule, the escalation and the team, and the name of the team
 */
export function place(
  state: OperationsState,
  kind: PlacedKind,
  { title, shifts, permanent = [], roster }: ContractRotation,
) {
  const everybody = [
    ...shifts.flatMap(({ person }) => person ?? []),
    ...permanent,
    ...(roster ?? []),
  ];
  for (const person of everybody) state.addUser(person);
  const count = Math.max(1, ...shifts.map(({ level }) => level));
  const schedules = Array.from({ length: count }, (_, index) => {
    const own = shifts.filter(({ level }) => level === index + 1);
    const people = roster ?? own.flatMap(({ person }) => person ?? []);
    const ids = [...new Set(people.map(({ id }) => id))];
    const name = kind === 'schedule' ? title : `${title} ${index + 1}`;
    return addSchedule(state, name, own, ids);
  });
  const team = state.addTeam({ name: title });
  const escalation = state.addEscalation({
    name: title,
    team,
    rules: [
      ...schedules.map((id, index) => ({
        minutes: index * 10,
        recipient: { type: 'schedule' as const, id },
      })),
      ...permanent.map(({ id }) => ({ minutes: 0, recipient: user(id) })),
    ],
  });
  const notify = { type: 'escalation' as const, id: escalation };
  state.addTeam({
    id: team,
    name: title,
    routing: [{ isDefault: true, notify }],
  });
  return { schedule: schedules[0], escalation, team };
}
