import { FakePagerduty } from '@plimsoll/test-fakes';
import { idOf, namesIn, personOf } from './people';
import { planOf } from './plan';
import { DemoOncall } from './readDemoOncall';

const userId = (name: string) => idOf('U', name);
const scheduleId = (id: string) => idOf('S', id);

/** Puts everybody, their schedules and what pages them into an empty PagerDuty. */
export function fillPagerduty(
  vendor: FakePagerduty,
  file: DemoOncall,
  since: number,
): void {
  const { schedules, pagerduty } = file;
  for (const name of namesIn(file)) {
    vendor.addUser({ id: userId(name), ...personOf(file, name) });
  }
  const used = new Set(pagerduty.flatMap(({ levels }) => levels.flat()));
  for (const [id, schedule] of Object.entries(schedules)) {
    if (!used.has(id)) continue;
    const shifts = planOf(schedule, since);
    vendor.addSchedule({
      id: scheduleId(id),
      name: schedule.title,
      timeZone: schedule.timeZone ?? 'Europe/London',
      roster: [...new Set(schedule.turns)].map(userId),
      entries: (from, to) =>
        shifts(from, to).map(({ start, end, person }) => ({
          start,
          end,
          ...(person && { user: userId(person) }),
        })),
    });
  }
  for (const { id, title, team, levels, services = {} } of pagerduty) {
    vendor.addPolicy({
      id,
      name: title,
      team,
      levels: levels.map(targets => ({
        schedules: targets.filter(each => each in schedules).map(scheduleId),
        users: targets.filter(each => !(each in schedules)).map(userId),
      })),
    });
    for (const [service, name] of Object.entries(services)) {
      vendor.addService({ id: service, name, policy: id });
    }
  }
}
