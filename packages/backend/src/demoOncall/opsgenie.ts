import { FakeOpsgenie } from '@plimsoll/test-fakes';
import { namesIn, personOf } from './people';
import { planOf } from './plan';
import { DemoOncall, DemoTeam } from './readDemoOncall';

/** Minutes until a page that nobody takes goes to the next level. */
const PATIENCE = 10;

function addSchedule(
  { state }: FakeOpsgenie,
  { schedules }: DemoOncall,
  id: string,
  since: number,
): void {
  const { title, turns, timeZone = 'Europe/London' } = schedules[id];
  const shifts = planOf(schedules[id], since);
  state.addSchedule({
    id,
    name: title,
    timeZone,
    rotations: [
      {
        name: title,
        participants: [...new Set(turns)].map(name => ({
          type: 'user',
          id: name,
        })),
        entries: (from, to) =>
          shifts(from, to).map(({ start, end, person, change }) => ({
            start,
            end,
            users: person === undefined ? [] : [person],
            ...(change && { type: 'override' }),
          })),
      },
    ],
  });
}

function addTeam(
  { state }: FakeOpsgenie,
  { schedules }: DemoOncall,
  { name, levels }: DemoTeam,
): void {
  const escalation = `${name}-escalation`;
  state.addTeam({
    id: name,
    name,
    routing: [
      { isDefault: true, notify: { type: 'escalation', id: escalation } },
    ],
  });
  state.addEscalation({
    id: escalation,
    name: `${name} escalation`,
    team: name,
    rules: levels.flatMap((targets, index) =>
      targets.map(target => ({
        recipient: {
          type: target in schedules ? 'schedule' : 'user',
          id: target,
        },
        minutes: index * PATIENCE,
      })),
    ),
  });
}

/** Puts everybody, their schedules and their teams into an empty Opsgenie. */
export function fillOpsgenie(
  vendor: FakeOpsgenie,
  file: DemoOncall,
  since: number,
): void {
  for (const name of namesIn(file)) {
    vendor.state.addUser({ id: name, ...personOf(file, name) });
  }
  const used = new Set(file.opsgenie.flatMap(({ levels }) => levels.flat()));
  for (const id of used) {
    if (id in file.schedules) addSchedule(vendor, file, id, since);
  }
  for (const team of file.opsgenie) addTeam(vendor, file, team);
}
