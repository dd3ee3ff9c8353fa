import {
  fingerprint,
  OncallShift,
  Rotation,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import { responderId } from '../ResponderStore';

/** Everybody in a reading, each once. */
export function peopleOf({
  shifts,
  roster = [],
}: Rotation<ProviderPerson>): ProviderPerson[] {
  const people = [
    ...shifts.flatMap(({ person }) => person ?? []),
    ...roster.flatMap(entry => entry.people),
  ];
  return [...new Map(people.map(person => [person.id, person])).values()];
}

/** The same with ids of responders for people. */
export function withResponders(
  reading: Rotation<ProviderPerson>,
): Rotation<string> {
  const idOf = ({ id }: ProviderPerson) => responderId(reading.ref.account, id);
  return {
    ...reading,
    shifts: reading.shifts.map(shift => ({
      ...shift,
      person: shift.person && idOf(shift.person),
    })),
    roster: reading.roster?.map(({ level, people }) => ({
      level,
      people: people.map(idOf),
    })),
  };
}

/** The ends of the window move with every read; what reaches over them says the same as before. */
function withinWindow(
  shift: OncallShift<string>,
  { from, to }: Rotation['window'],
): OncallShift<string>[] {
  const { start, end } = shift;
  if ((end ?? Infinity) <= from || (start ?? -Infinity) >= to) return [];
  return [
    {
      ...shift,
      start: start !== null && start <= from ? null : start,
      end: end !== null && end >= to ? null : end,
    },
  ];
}

/** A hash of what a rotation says. */
export function contentHash(reading: Rotation<string>): string {
  const { ref: _ref, window, shifts, ...rest } = reading;
  const texts = shifts
    .flatMap(shift => withinWindow(shift, window))
    .map(shift => fingerprint(shift))
    .sort();
  return fingerprint([rest, texts]);
}
