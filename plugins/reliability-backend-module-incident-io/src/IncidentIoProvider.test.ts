import { ConfigReader } from '@backstage/config';
import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import {
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeIncidentIo, IncidentIoTarget } from '@plimsoll/test-fakes';
import { TOKEN } from './__testUtils__/harness';
import { incidentIoProviderFactory } from './incidentIoProviderFactory';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const DAY_MS = 24 * 3600_000;
const WINDOW = { from: NOW - DAY_MS, to: NOW + 30 * DAY_MS };

const ref = (kind: RotationRef['kind'], id: string): RotationRef => ({
  account: 'main',
  kind,
  id,
});

async function start(limits: object = {}) {
  const runtime = simulatedRuntime(NOW);
  const fake = await new FakeIncidentIo({
    now: runtime.now,
    token: TOKEN,
    ...limits,
  }).start();
  const provider = incidentIoProviderFactory.create(
    new ConfigReader({
      name: 'main',
      type: 'incident-io',
      apiKey: TOKEN,
      baseUrl: fake.url,
    }),
    runtime,
  );
  fake.addUser({ id: 'ANA', name: 'Ana Lima', email: 'ana@example.com' });
  fake.addUser({ id: 'BO', name: 'Bo Chen' });
  const schedule = fake.addSchedule({
    name: 'Primary',
    timeZone: 'Europe/Oslo',
    roster: ['ANA', 'BO'],
    entries: [
      { start: WINDOW.from, end: NOW, user: 'ANA', rotation: 'R1' },
      { start: NOW, end: WINDOW.to, user: 'BO', rotation: 'R2' },
    ],
  });
  async function read(refs: readonly RotationRef[]) {
    const { signal } = new AbortController();
    const all: (RotationReading | RotationFailure)[] = [];
    const options = { window: WINDOW, signal };
    for await (const each of provider.read(refs, options)) all.push(each);
    return all;
  }
  /** Reads a path with one level. */
  async function readLevel(...targets: IncidentIoTarget[]) {
    const id = fake.addPath({
      name: 'Payments',
      nodes: [{ type: 'level', level: { targets } }],
    });
    const [reading] = await read([ref('escalation', id)]);
    return reading as RotationReading;
  }
  return { runtime, fake, provider, schedule, read, readLevel };
}

type Started = Awaited<ReturnType<typeof start>>;

const withIncidentIo =
  (run: (started: Started) => Promise<void>, limits?: object) => async () => {
    const started = await start(limits);
    try {
      await run(started);
    } finally {
      await started.fake.stop();
    }
  };

const namesOf = ({ shifts }: RotationReading) =>
  shifts.map(({ person }) => person?.name);

describe('an escalation path at incident.io', () => {
  it.each([
    ['whoever is on call', {}, ['Ana Lima', 'Bo Chen'], 'exact', 0],
    [
      'whoever is on call in one part',
      {
        schedule_mode: 'currently_on_call_for_rota',
        selected_rota_id: 'R2',
      },
      ['Bo Chen'],
      'exact',
      0,
    ],
    [
      'all of a schedule',
      { schedule_mode: 'all_users' },
      ['Ana Lima', 'Bo Chen'],
      'exact',
      0,
    ],
    [
      'whoever is next, which is not told',
      { schedule_mode: 'next_on_call' },
      [],
      'unknown',
      1,
    ],
  ])('pages %s', async (_, mode, people, gaps, warnings) => {
    await withIncidentIo(async ({ readLevel, schedule }) => {
      const reading = await readLevel({
        type: 'schedule',
        id: schedule,
        ...mode,
      });
      expect(namesOf(reading)).toEqual(people);
      expect(reading).toMatchObject({ gaps, timeZone: 'Europe/Oslo' });
      expect(reading.warnings).toHaveLength(warnings);
    })();
  });

  it(
    'names whom it pages directly, with their e-mail',
    withIncidentIo(async ({ readLevel }) => {
      expect(await readLevel({ type: 'user', id: 'ANA' })).toMatchObject({
        shifts: [
          {
            start: null,
            end: null,
            level: 1,
            source: 'direct',
            person: { name: 'Ana Lima', email: 'ana@example.com' },
          },
        ],
        roster: [{ level: 1, people: [{ id: 'ANA' }] }],
        gaps: 'exact',
      });
    }),
  );

  it(
    'with a schedule that was deleted is not known to be uncovered',
    withIncidentIo(async ({ readLevel, schedule, fake }) => {
      fake.schedules.delete(schedule);
      const reading = await readLevel(
        { type: 'schedule', id: schedule },
        { type: 'user', id: 'BO' },
      );
      expect(namesOf(reading)).toEqual(['Bo Chen']);
      expect(reading).toMatchObject({
        gaps: 'unknown',
        warnings: [expect.stringContaining(schedule)],
      });
      expect(reading).not.toHaveProperty('roster');
    }),
  );

  it(
    'that branches is shown as an estimate',
    withIncidentIo(async ({ fake, read, schedule }) => {
      const id = fake.addPath({
        name: 'Branches',
        nodes: [
          {
            type: 'if_else',
            if_else: {
              then_path: [
                {
                  type: 'level',
                  level: { targets: [{ type: 'schedule', id: schedule }] },
                },
              ],
              else_path: [],
            },
          },
        ],
      });
      expect(await read([ref('escalation', id)])).toMatchObject([
        { gaps: 'estimated', warnings: [expect.stringContaining('branch')] },
      ]);
    }),
  );

  it(
    'that is gone is named',
    withIncidentIo(async ({ read }) => {
      expect(await read([ref('escalation', '01HXGONE')])).toMatchObject([
        {
          kind: 'failure',
          error: {
            failure: 'not-found',
            message:
              'Account "main" has no escalation path "01HXGONE". Was it deleted, or is it of another account?',
          },
        },
      ]);
    }),
  );
});

describe('schedules at incident.io', () => {
  it(
    'are read without titles that are forbidden',
    withIncidentIo(async ({ fake, read, schedule, provider }) => {
      const match = /^\/v2\/schedules\//;
      fake.fail({ match, times: Infinity, status: 403 });
      const [reading] = await read([ref('schedule', schedule)]);
      expect(reading).toMatchObject({ title: schedule, gaps: 'exact' });
      expect(reading).not.toHaveProperty('roster');
      expect(provider.health?.().state).toBe('ok');
    }),
  );

  it(
    'are asked for once by several paths, and their titles once an hour',
    withIncidentIo(async ({ fake, read, schedule, runtime }) => {
      const paths = ['A', 'B'].map(name =>
        fake.addPath({
          name,
          nodes: [
            {
              type: 'level',
              level: { targets: [{ type: 'schedule', id: schedule }] },
            },
          ],
        }),
      );
      const asked = () => fake.requests.splice(0).map(({ path }) => path);
      const refs = paths.map(id => ref('escalation', id));
      const own = paths.map(id => `/v2/escalation_paths/${id}`);
      await read(refs);
      expect(asked().sort()).toEqual(
        [...own, '/v2/schedule_entries', `/v2/schedules/${schedule}`].sort(),
      );
      await read(refs);
      expect(asked()).not.toContain(`/v2/schedules/${schedule}`);
      runtime.advance(3600_000);
      await read(refs);
      expect(asked()).toContain(`/v2/schedules/${schedule}`);
    }),
  );

  it(
    'in hundreds wait for the limit, and none is lost',
    withIncidentIo(
      async ({ fake, read, runtime, provider }) => {
        const refs = Array.from({ length: 150 }, (_, index) =>
          ref('schedule', fake.addSchedule({ name: `${index}`, entries: [] })),
        );
        const readings = await read(refs);
        expect(readings.every(({ kind }) => kind === 'reading')).toBe(true);
        expect(readings).toHaveLength(150);
        expect(runtime.now() - NOW).toBeGreaterThanOrEqual(60_000);
        expect(provider.health?.().failures).toBe(0);
      },
      { limit: { requests: 100, perMs: 60_000 } },
    ),
  );
});
