import { ConfigReader } from '@backstage/config';
import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentProvider } from '@plimsoll/backstage-plugin-reliability-node';
import {
  simulatedRuntime,
  SimulatedRuntime,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeFirehydrant } from '@plimsoll/test-fakes';
import { TOKEN, WEBHOOK_SECRET } from './__testUtils__/harness';
import { firehydrantProviderFactory } from './firehydrantProviderFactory';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

interface Started {
  readonly fake: FakeFirehydrant;
  readonly provider: IncidentProvider;
  readonly runtime: SimulatedRuntime;
  /** Reads on, and gives what came. */
  readonly read: () => Promise<ReportedIncident[]>;
}

const started = (run: (given: Started) => Promise<void>) => async () => {
  const runtime = simulatedRuntime(NOW);
  const fake = await new FakeFirehydrant({
    now: runtime.now,
    token: TOKEN,
    webhookSecret: WEBHOOK_SECRET,
  }).start();
  const provider = firehydrantProviderFactory.create(
    new ConfigReader({
      name: 'main',
      type: 'firehydrant',
      token: TOKEN,
      baseUrl: fake.url,
      webhookSecret: WEBHOOK_SECRET,
    }),
    runtime,
  );
  let cursor: string | null = null;
  const read = async () => {
    const found: ReportedIncident[] = [];
    const { signal } = new AbortController();
    const since = NOW - 365 * DAY_MS;
    const options = { cursor, since, open: [], signal };
    for await (const batch of provider.read!(options)) {
      found.push(...batch.incidents);
      cursor = batch.cursor;
    }
    return found;
  };
  try {
    await run({ fake, provider, runtime, read });
  } finally {
    await fake.stop();
  }
};

describe('incidents of an account at FireHydrant', () => {
  it.each([
    ['GAMEDAY', true],
    ['gameday', true],
    ['SEV2', false],
    [null, false],
  ])('of severity %s are exercises: %s', (severity, isTest) =>
    started(async ({ fake, read }) => {
      fake.add({ severity });
      expect(await read()).toMatchObject([{ severity, isTest }]);
    })(),
  );

  it.each([
    ['started', 'open'],
    ['investigating', 'acknowledged'],
    ['postmortem_started', 'resolved'],
    ['a_milestone_of_their_own', 'open'],
  ])('at the milestone %s are %s', (milestone, status) =>
    started(async ({ fake, read }) => {
      fake.add({ milestone });
      expect(await read()).toMatchObject([{ status }]);
    })(),
  );

  it(
    'have their stamps also where only the plain list of milestones is told',
    started(async ({ fake, read }) => {
      fake.add({
        milestone: 'mitigated',
        withoutPhases: true,
        createdAt: NOW - HOUR_MS,
        milestones: { started: NOW - 2 * HOUR_MS, mitigated: NOW },
      });
      const [{ stamps }] = await read();
      expect(stamps).toEqual({
        impactStart: { at: NOW - 2 * HOUR_MS, from: 'provider' },
        declared: { at: NOW - HOUR_MS, from: 'provider' },
        mitigated: { at: NOW, from: 'provider' },
      });
    }),
  );

  it(
    'that go on have no resolved stamp from before',
    started(async ({ fake, read }) => {
      fake.add({ milestone: 'investigating', milestones: { resolved: NOW } });
      const [{ stamps }] = await read();
      expect(stamps.resolved).toBeUndefined();
    }),
  );

  it.each([
    [0, null],
    [12, true],
  ])(
    'with %s customers impacted say: %s',
    (customersImpacted, customerImpact) =>
      started(async ({ fake, read }) => {
        fake.add({ customersImpacted });
        expect(await read()).toMatchObject([{ customerImpact }]);
      })(),
  );

  it(
    'bring their tickets, but not the one of the incident itself',
    started(async ({ fake, read }) => {
      fake.add({
        tickets: [
          { summary: 'The incident', state: 'open', type: 'incident' },
          {
            summary: 'Add an alert',
            state: 'in_progress',
            assignee: 'Ana Lima',
            dueAt: NOW + DAY_MS,
          },
          { summary: 'Rewrite it', state: 'cancelled', type: 'task' },
        ],
      });
      const [{ followUps }] = await read();
      expect(followUps).toMatchObject([
        {
          title: 'Add an alert',
          status: 'in-progress',
          owner: { name: 'Ana Lima', email: 'ana.lima@example.com' },
          dueAt: NOW + DAY_MS,
        },
        { title: 'Rewrite it', status: 'wont-do' },
      ]);
    }),
  );

  it(
    'are read again when only their retrospective changed',
    started(async ({ fake, runtime, read }) => {
      const id = fake.add({ milestone: 'resolved', createdAt: NOW - DAY_MS });
      await read();
      runtime.advance(DAY_MS);
      const report = { url: 'https://example.com/r', updatedAt: runtime.now() };
      fake.change(id, {
        updatedAt: NOW - DAY_MS,
        report: { ...report, publishedAt: runtime.now() },
      });
      expect(await read()).toMatchObject([
        { externalId: id, postmortems: [{ status: 'published' }] },
      ]);
      runtime.advance(HOUR_MS);
      await read();
      runtime.advance(HOUR_MS);
      expect(await read()).toEqual([]);
    }),
  );

  it(
    'keep an old retrospective when they change',
    started(async ({ fake, runtime, read }) => {
      const report = { url: 'https://example.com/r', updatedAt: NOW - DAY_MS };
      const id = fake.add({ createdAt: NOW - 2 * DAY_MS, report });
      await read();
      runtime.advance(DAY_MS);
      fake.change(id, { name: 'Another name' });
      expect(await read()).toMatchObject([
        { title: 'Another name', postmortems: [{ status: 'draft' }] },
      ]);
    }),
  );

  it(
    'come without postmortems where the token may not read them, and it is said once',
    started(async ({ fake, runtime, read }) => {
      fake.add({ report: { url: 'https://example.com/r', updatedAt: NOW } });
      fake.fail({ match: /post_mortems/, status: 403, times: Infinity });
      expect(await read()).toMatchObject([{ postmortems: [] }]);
      await read();
      const lines = runtime.logged.filter(line => line.includes('left out'));
      expect(lines).toHaveLength(1);
    }),
  );
});

describe('a webhook of FireHydrant', () => {
  it.each([
    [{ data: { incident: { id: 'a-1' } } }, ['a-1']],
    [{ data: { id: 't-1', incident_id: 'a-1' } }, ['a-1']],
    [{ data: { id: 'a-1' }, event: { resource_type: 'incident' } }, ['a-1']],
    [{ data: { id: 'r-1' }, event: { resource_type: 'runbook' } }, []],
    [{ data: { incident: { id: '../users' } } }, []],
  ])('that holds %j is about %j', (body, refresh) =>
    started(async ({ fake, provider }) => {
      const delivery = fake.sign(JSON.stringify(body));
      expect(provider.receive!(delivery, NOW)).toMatchObject({
        kind: 'accepted',
        refresh,
      });
    })(),
  );
});
