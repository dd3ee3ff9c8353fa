import { RotationReading } from '@plimsoll/backstage-plugin-reliability-node';
import {
  addChain,
  DAY_MS,
  NOW,
  ref,
  withGrafana,
} from './__testUtils__/grafana';

// Hundreds of requests over real HTTP take their time on a busy machine.
jest.setTimeout(60_000);

describe('Grafana', () => {
  it(
    'tells the levels of a chain, with names, team, zone and link',
    withGrafana(async started => {
      const chain = addChain(started);
      const [reading] = await started.read([ref('escalation', chain)]);
      expect(reading).toMatchObject({
        kind: 'reading',
        title: 'Payments',
        team: 'Team Pay',
        timeZone: 'Europe/Oslo',
        url: `https://acme.grafana.example/a/grafana-oncall-app/escalations/${chain}`,
        gaps: 'exact',
        warnings: [],
      });
      const { shifts } = reading as RotationReading;
      expect(shifts).toContainEqual({
        start: NOW,
        end: NOW + 7 * DAY_MS,
        level: 1,
        person: { id: 'UBO', name: 'bo' },
        source: 'rotation',
        shadow: false,
        schedule: 'Payments first',
      });
      expect(shifts).toContainEqual({
        start: null,
        end: null,
        level: 2,
        person: { id: 'UANA', name: 'ana', email: 'a@x.org' },
        source: 'direct',
        shadow: false,
      });
    }),
  );

  it(
    'asks for whole days, one more at each end, with the headers of the stack',
    withGrafana(async started => {
      const { fake, weekly, ana, read } = started;
      const id = fake.addSchedule({ name: 'Days', shifts: weekly(ana) });
      await read([ref('schedule', id)], { from: NOW, to: NOW + DAY_MS });
      const asked = fake.requests.find(({ path }) => /final/.test(path));
      expect(`${asked?.query}`).toBe(
        'start_date=2026-06-14&end_date=2026-06-17',
      );
      expect(asked?.headers['x-grafana-url']).toBe(
        'https://acme.grafana.example/',
      );
    }),
  );

  it(
    'cuts a window that is longer than Grafana takes, and says so',
    withGrafana(async ({ fake, weekly, ana, read }) => {
      const id = fake.addSchedule({ name: 'Long', shifts: weekly(ana) });
      const window = { from: NOW, to: NOW + 400 * DAY_MS };
      const [reading] = await read([ref('schedule', id)], window);
      expect(reading).toMatchObject({
        kind: 'reading',
        window: { from: NOW, to: NOW + 360 * DAY_MS },
      });
    }),
  );

  it(
    'asks for a schedule once that chains share and that is named itself',
    withGrafana(async started => {
      const { fake, read, paths } = started;
      const chain = addChain(started);
      const other = fake.addChain({
        name: 'Other',
        steps: fake.chains.get(chain)?.steps ?? [],
      });
      const refs = [
        ref('schedule', 'SFIRST'),
        ref('escalation', chain),
        ref('escalation', other),
      ];
      const all = await read(refs);
      expect(all.filter(({ kind }) => kind === 'reading')).toHaveLength(3);
      expect(paths().filter(path => /final_shifts/.test(path))).toHaveLength(1);
      const before = paths().length;
      await read(refs);
      expect(paths().slice(before)).toEqual([
        '/api/v1/schedules/SFIRST/final_shifts',
      ]);
    }),
  );

  it(
    'asks for steps again after a quarter of an hour',
    withGrafana(async started => {
      const { fake, read, runtime } = started;
      const id = addChain(started);
      const levels = async () => {
        const [reading] = await read([ref('escalation', id)]);
        const { shifts } = reading as RotationReading;
        return new Set(shifts.map(({ level }) => level)).size;
      };
      expect(await levels()).toBe(2);
      const chain = fake.chains.get(id)!;
      fake.chains.set(id, { ...chain, steps: chain.steps.slice(0, 1) });
      expect(await levels()).toBe(2);
      runtime.advance(15 * 60_000);
      expect(await levels()).toBe(1);
    }),
  );

  it.each([
    ['titles', /schedules\/SFIRST\/\?|schedules\/SFIRST\/$/],
    ['users', /users/],
    ['teams', /teams/],
    ['chains', /escalation_chains/],
  ])('gives shifts when %s are forbidden', async (_, match) => {
    await withGrafana(async started => {
      const chain = addChain(started);
      started.fake.fail({ match, times: Infinity, status: 403 });
      const [reading] = await started.read([ref('escalation', chain)]);
      expect(reading).toMatchObject({ kind: 'reading' });
      expect((reading as RotationReading).shifts.length).toBeGreaterThan(4);
    })();
  });

  it(
    'is no reading when steps are forbidden: nobody would seem to be on call',
    withGrafana(async started => {
      const chain = addChain(started);
      const match = /escalation_policies/;
      started.fake.fail({ match, times: Infinity, status: 403 });
      expect(await started.read([ref('escalation', chain)])).toMatchObject([
        { kind: 'failure', error: { failure: 'forbidden' } },
      ]);
    }),
  );

  it(
    'a chain is not gone because a schedule of it is',
    withGrafana(async started => {
      const chain = addChain(started);
      started.fake.schedules.clear();
      expect(await started.read([ref('escalation', chain)])).toMatchObject([
        {
          kind: 'failure',
          error: {
            failure: 'bad-answer',
            message: expect.stringContaining('"SFIRST"'),
          },
        },
      ]);
    }),
  );

  it(
    'with shifts that nobody understands gaps are unknown, and it is said',
    withGrafana(async ({ fake, weekly, ana, read }) => {
      const id = fake.addSchedule({ name: 'Odd', shifts: weekly(ana) });
      fake.fail({
        match: /final_shifts/,
        change: ({ body }) => {
          const { results } = body as { results: object[] };
          return { body: { results: [{ user_pk: 7 }, ...results] } };
        },
      });
      expect(await read([ref('schedule', id)])).toMatchObject([
        {
          kind: 'reading',
          gaps: 'unknown',
          warnings: [expect.stringContaining('1 shifts')],
        },
      ]);
    }),
  );

  it(
    'many chains are found in lists, and a limit of 300 in five minutes is kept',
    withGrafana(async started => {
      const { fake, weekly, ana, read, runtime, provider } = started;
      const refs = Array.from({ length: 400 }, (_, index) => {
        const name = `Chain ${index}`;
        const id = fake.addSchedule({ name, shifts: weekly(ana) });
        const type = 'notify_on_call_from_schedule';
        const steps = [{ type, notify_on_call_from_schedule: id }];
        return ref('escalation', fake.addChain({ name, steps }));
      });
      const all = await read(refs);
      expect(all.filter(({ kind }) => kind === 'reading')).toHaveLength(400);
      // 400 schedules, and 8 pages of each of three lists.
      const { requests = 0, waits } = provider.health?.() ?? {};
      expect(requests).toBeLessThanOrEqual(400 + 3 * 8 + 2);
      expect(waits).toBe(1);
      expect(runtime.now() - NOW).toBe(300_000);
    }),
  );
});
