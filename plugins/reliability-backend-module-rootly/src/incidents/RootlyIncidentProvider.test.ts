import { ConfigReader } from '@backstage/config';
import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentProvider } from '@plimsoll/backstage-plugin-reliability-node';
import {
  simulatedRuntime,
  SimulatedRuntime,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeRootly } from '@plimsoll/test-fakes';
import { TOKEN, WEBHOOK_SECRET } from './__testUtils__/harness';
import { rootlyIncidentProviderFactory } from './rootlyIncidentProviderFactory';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

interface Started {
  readonly fake: FakeRootly;
  readonly provider: IncidentProvider;
  readonly runtime: SimulatedRuntime;
  /** Reads on, and gives what came. */
  readonly read: () => Promise<ReportedIncident[]>;
}

const started = (run: (given: Started) => Promise<void>) => async () => {
  const runtime = simulatedRuntime(NOW);
  const fake = await new FakeRootly({
    now: runtime.now,
    token: TOKEN,
    webhookSecret: WEBHOOK_SECRET,
  }).start();
  const provider = rootlyIncidentProviderFactory.create(
    new ConfigReader({
      name: 'main',
      type: 'rootly',
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

describe('incidents of an account at Rootly', () => {
  it(
    'that change while pages are read push none out of sight',
    started(async ({ fake, read }) => {
      const ids = Array.from({ length: 250 }, (_, index) =>
        fake.incidents.add({ createdAt: NOW - (300 - index) * HOUR_MS }),
      );
      let pages = 0;
      fake.fail({
        match: /^\/v1\/incidents\?/,
        times: 3,
        change: reply => {
          pages += 1;
          if (pages === 1) {
            for (const id of ids.slice(0, 60)) fake.incidents.change(id, {});
          }
          return reply;
        },
      });
      const seen = new Set((await read()).map(({ externalId }) => externalId));
      expect(seen.size).toBe(250);
    }),
  );

  it(
    'that all changed in one moment are read to the end',
    started(async ({ fake, read }) => {
      for (let index = 0; index < 250; index += 1) {
        fake.incidents.add({ createdAt: NOW - DAY_MS });
      }
      const seen = new Set((await read()).map(({ externalId }) => externalId));
      expect(seen.size).toBe(250);
    }),
  );

  it(
    'bring their action items and their retrospective',
    started(async ({ fake, read }) => {
      fake.incidents.add({
        status: 'closed',
        actions: [
          {
            summary: 'Add an alert',
            status: 'in_progress',
            jira: 'OPS-1',
            assignee: 'Ana Lima',
            dueAt: NOW,
          },
          { summary: 'Rewrite it', status: 'cancelled' },
        ],
        postmortem: {
          status: 'published',
          url: 'https://docs.example/pm',
          publishedAt: NOW,
        },
      });
      expect(await read()).toMatchObject([
        {
          followUps: [
            {
              title: 'Add an alert',
              status: 'in-progress',
              owner: { name: 'Ana Lima', email: 'ana-lima@example.com' },
              dueAt: Date.parse('2026-06-15T00:00:00Z'),
              ticket: { system: 'jira', key: 'OPS-1' },
            },
            { title: 'Rewrite it', status: 'wont-do' },
          ],
          postmortems: [
            {
              status: 'published',
              url: 'https://docs.example/pm',
              publishedAt: NOW,
            },
          ],
        },
      ]);
    }),
  );

  it(
    'that were entered after the fact were not declared when they were entered',
    started(async ({ fake, read }) => {
      const times = { started_at: NOW - 9 * DAY_MS };
      fake.incidents.add({ kind: 'backfilled', times });
      const [{ stamps }] = await read();
      expect(stamps).toEqual({
        impactStart: { at: NOW - 9 * DAY_MS, from: 'provider' },
      });
    }),
  );

  it.each(['test', 'example'] as const)(
    'of the kind %s are exercises',
    async kind => {
      await started(async ({ fake, read }) => {
        fake.incidents.add({ kind });
        expect(await read()).toMatchObject([{ isTest: true }]);
      })();
    },
  );

  it(
    'are known by the slug and by the id of their services',
    started(async ({ fake, provider, read }) => {
      fake.incidents.add({ services: ['Payments API'] });
      const [{ subjects }] = await read();
      expect(subjects).toEqual([
        { kind: 'service', id: 'payments-api', label: 'Payments API' },
        { kind: 'service-id', id: 'id-of-payments-api' },
      ]);
      const named = provider.subjectsOf({
        'rootly.com/service-slug': 'payments-api',
        'rootly.com/service-id': 'id-of-payments-api',
      });
      expect(subjects).toMatchObject(named);
    }),
  );
});

describe('a webhook of Rootly', () => {
  it.each([
    ['incident.resolved', { id: 'a-1' }, ['a-1']],
    [
      'incident_post_mortem.published',
      { id: 'p', incident_id: 'a-1' },
      ['a-1'],
    ],
    ['incident_post_mortem.published', { id: 'p' }, []],
    ['alert.created', { id: 'a-1' }, []],
    ['incident.updated', { id: '../users' }, []],
  ])('%s of %j is about %j', async (type, data, refresh) => {
    await started(async ({ fake, provider }) => {
      const delivery = fake.incidents.sign(
        JSON.stringify({ event: { type }, data }),
      );
      const verdict = provider.receive!(delivery, NOW);
      expect(verdict).toMatchObject({ kind: 'accepted', refresh });
    })();
  });

  it(
    'is believed when time and body are joined with a dot as well',
    started(async ({ fake, provider }) => {
      const body = JSON.stringify({ event: { type: 'incident.updated' } });
      const delivery = fake.incidents.sign(body, '.');
      expect(provider.receive!(delivery, NOW).kind).toBe('accepted');
    }),
  );
});
