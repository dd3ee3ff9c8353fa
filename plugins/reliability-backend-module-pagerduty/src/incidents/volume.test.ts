import { DAY_MS, NOW, withIncidents } from '../__testUtils__/incidents';

const COUNT = 2000;

it(
  'a busy year takes few calls for a hundred incidents, and no batch is large',
  withIncidents(async ({ over, sync, fake, stored, user }) => {
    const ana = user('Ana Lima');
    for (let index = 0; index < COUNT; index += 1) {
      const at = NOW - 360 * DAY_MS + (index * 350 * DAY_MS) / COUNT;
      fake.incidents.notify(over(at), ana, at + 60_000);
    }
    const batches = await sync();
    expect(stored.size).toBe(COUNT);
    expect(Math.max(...batches.map(each => each.incidents.length))).toBe(100);
    expect(fake.requests.length).toBeLessThanOrEqual((COUNT / 100) * 6);
    const pages = [...stored.values()].flatMap(each => each.pages);
    expect(pages).toHaveLength(COUNT);
  }),
  60_000,
);
