import {
  addTwoLevels,
  HOUR_MS,
  NOW,
  paths,
  ref,
  withPagerduty,
} from './__testUtils__/pagerduty';

// Hundreds of requests over real HTTP take their time on a busy machine.
jest.setTimeout(60_000);

describe('PagerDuty, in numbers', () => {
  it(
    'asks for titles and rosters once an hour, for shifts each time',
    withPagerduty(async started => {
      const policies = Array.from({ length: 30 }, (_, index) =>
        addTwoLevels(started, `Policy ${index}`),
      );
      const refs = policies.map(id => ref('escalation', id));
      const asked = async () => {
        const before = started.fake.requests.length;
        expect(await started.read(refs)).toHaveLength(30);
        return paths(started.fake.requests.slice(before));
      };
      const first = await asked();
      const next = await asked();
      expect(first.length).toBeGreaterThan(30);
      expect(new Set(next)).toEqual(new Set(['/oncalls']));
      started.runtime.advance(HOUR_MS);
      expect(await asked()).toEqual(first);
    }),
  );

  it(
    'a read asks for at most 100 rosters one by one, and the next goes on',
    withPagerduty(async started => {
      const refs = Array.from({ length: 130 }, (_, index) =>
        ref('escalation', addTwoLevels(started, `Policy ${index}`)),
      );
      const rosters = async () =>
        (await started.read(refs)).filter(each => 'roster' in each).length;
      expect([await rosters(), await rosters()]).toEqual([100, 130]);
    }),
  );

  it(
    'waits for the next minute after a 429 that says nothing',
    withPagerduty(async started => {
      const policy = addTwoLevels(started);
      const error = { message: 'Rate Limit Exceeded', code: 2020 };
      started.fake.fail({ match: /oncalls/, status: 429, body: { error } });
      started.runtime.advance(10_000);
      const [reading] = await started.read([ref('escalation', policy)]);
      expect(reading).toMatchObject({ kind: 'reading', title: 'Payments' });
      expect(started.runtime.slept).toEqual([60_000]);
    }),
  );

  it(
    'a batch that is refused is halved down to the id that is to blame',
    withPagerduty(async started => {
      const refs = Array.from({ length: 50 }, (_, index) =>
        ref('escalation', addTwoLevels(started, `Policy ${index}`)),
      );
      const bad = refs[37].id;
      started.fake.fail({
        match: ({ query }) =>
          query.getAll('escalation_policy_ids[]').includes(bad),
        times: Infinity,
        status: 400,
      });
      const all = await started.read(refs);
      const failures = all.filter(({ kind }) => kind === 'failure');
      expect(failures.map(each => each.ref.id)).toEqual([bad]);
      expect(all).toHaveLength(50);
    }),
  );

  it(
    'many rotations are read within the limit: it waits before it is told to',
    withPagerduty(
      async started => {
        const refs = Array.from({ length: 400 }, (_, index) => {
          const user = started.fake.addUser({ id: `U${index}`, name: 'N' });
          const levels = [{ users: [user] }];
          const name = `Policy ${index}`;
          return ref('escalation', started.fake.addPolicy({ name, levels }));
        });
        expect(await started.read(refs)).toHaveLength(400);
        const health = started.provider.health?.();
        expect(health).toMatchObject({ failures: 0, requests: 16 });
        expect(started.runtime.slept).toEqual([60_000, 60_000]);
      },
      { limit: { requests: 20, perMs: 60_000 } },
    ),
  );

  it(
    'more entries than a list may have are read in parts',
    withPagerduty(
      async ({ fake, read }) => {
        const user = fake.addUser({ id: 'UANA', name: 'Ana Lima' });
        const hourly = Array.from({ length: 100 }, (_, hour) => ({
          start: NOW + hour * HOUR_MS,
          end: NOW + (hour + 1) * HOUR_MS,
          user,
        }));
        const schedule = fake.addSchedule({ name: 'Hourly', entries: hourly });
        const refs = [1, 2, 3, 4].map(count => {
          const levels = [{ schedules: [schedule] }];
          const name = `Hourly ${count}`;
          return ref('escalation', fake.addPolicy({ name, levels }));
        });
        const all = await read(refs);
        expect(
          all.map(each => (each.kind === 'reading' ? each.shifts.length : 0)),
        ).toEqual([100, 100, 100, 100]);
      },
      { maxOffset: 300 },
    ),
  );
});
