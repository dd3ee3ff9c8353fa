import { ConfigReader } from '@backstage/config';
import {
  IncidentBatch,
  IncidentProvider,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  simulatedRuntime,
  SimulatedRuntime,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeIncidentIo, IncidentIoFollowUp } from '@plimsoll/test-fakes';
import { NOW } from './__testUtils__/answers';
import { TOKEN } from './__testUtils__/harness';
import { incidentIoIncidentProviderFactory } from './incidentIoIncidentProviderFactory';

const DAY_MS = 24 * 3600_000;

interface Started {
  readonly fake: FakeIncidentIo;
  readonly provider: IncidentProvider;
  readonly runtime: SimulatedRuntime;
  /** Reads on, and gives what came. */
  readonly read: () => Promise<IncidentBatch[]>;
}

const started = (run: (given: Started) => Promise<void>) => async () => {
  const runtime = simulatedRuntime(NOW);
  const fake = await new FakeIncidentIo({
    now: runtime.now,
    token: TOKEN,
  }).start();
  const provider = incidentIoIncidentProviderFactory.create(
    new ConfigReader({
      name: 'main',
      type: 'incident-io',
      apiKey: TOKEN,
      baseUrl: fake.url,
    }),
    runtime,
  );
  let cursor: string | null = null;
  const read = async () => {
    const batches: IncidentBatch[] = [];
    const { signal } = new AbortController();
    const since = NOW - 365 * DAY_MS;
    for await (const batch of provider.read!({
      cursor,
      since,
      open: [],
      signal,
    })) {
      batches.push(batch);
      cursor = batch.cursor;
    }
    return batches;
  };
  try {
    await run({ fake, provider, runtime, read });
  } finally {
    await fake.stop();
  }
};

const incidentsOf = (batches: readonly IncidentBatch[]) =>
  batches.flatMap(({ incidents }) => incidents);

const outstanding: IncidentIoFollowUp = {
  title: 'Write a runbook',
  status: 'outstanding',
  updatedAt: NOW - 9 * DAY_MS,
};

const closed = {
  category: 'closed',
  createdAt: NOW - 10 * DAY_MS,
  followUps: [outstanding],
} as const;

describe('incidents of an account at incident.io', () => {
  it(
    'are read again when only a follow-up of them changed, within the hour',
    started(async ({ fake, runtime, read }) => {
      const id = fake.incidents.add(closed);
      await read();
      runtime.advance(30 * 60_000);
      const incident = fake.incidents.byId.get(id)!;
      fake.incidents.change(id, {
        updatedAt: incident.updatedAt,
        followUps: [
          { ...outstanding, status: 'completed', updatedAt: runtime.now() },
        ],
      });
      expect(incidentsOf(await read())).toEqual([]);
      runtime.advance(30 * 60_000);
      expect(incidentsOf(await read())).toMatchObject([
        { externalId: id, followUps: [{ status: 'done' }] },
      ]);
    }),
  );

  it(
    'have follow-ups as well once the second version of their list is gone',
    started(async ({ fake, read }) => {
      fake.incidents.followUps = 'v3';
      const followUps = Array.from({ length: 40 }, () => outstanding);
      fake.incidents.add({ ...closed, followUps });
      const [incident] = incidentsOf(await read());
      expect(incident.followUps).toHaveLength(40);
    }),
  );

  it(
    'become exercises when they are made to',
    started(async ({ fake, runtime, read }) => {
      const id = fake.incidents.add({});
      expect(incidentsOf(await read())).toMatchObject([{ isTest: false }]);
      runtime.advance(60_000);
      fake.incidents.change(id, { mode: 'test' });
      expect(incidentsOf(await read())).toMatchObject([{ isTest: true }]);
    }),
  );

  it(
    'are not lost that changed behind the back of a read',
    started(async ({ fake, runtime, read }) => {
      const first = fake.incidents.add({ createdAt: NOW - 300 * DAY_MS });
      for (let index = 0; index < 150; index += 1) {
        fake.incidents.add({ createdAt: NOW - (200 - index) * DAY_MS });
      }
      await read();
      runtime.advance(DAY_MS);
      for (const id of fake.incidents.byId.keys()) {
        if (id !== first) fake.incidents.change(id, { name: 'Again' });
      }
      // It is on no page that comes now, and what is on the last page changes after it.
      let pages = 0;
      fake.fail({
        match: /^\/v2\/incidents\?/,
        times: 2,
        change: reply => {
          pages += 1;
          runtime.advance(60_000);
          if (pages === 1) {
            fake.incidents.change(first, { name: 'Behind the back' });
            runtime.advance(60_000);
            const ids = [...fake.incidents.byId.keys()];
            fake.incidents.change(ids[ids.length - 1], { name: 'Last' });
          }
          return reply;
        },
      });
      const seen = incidentsOf(await read()).map(({ title }) => title);
      expect(seen).toContain('Last');
      expect(seen).not.toContain('Behind the back');
      runtime.advance(60_000);
      const next = incidentsOf(await read());
      expect(next.map(({ title }) => title)).toContain('Behind the back');
    }),
  );

  it.each([
    ['updates', /incident_updates/, { updates: [] }],
    ['follow-ups', /follow_ups/, { followUps: [] }],
    ['escalations', /escalations/, { pages: [] }],
  ])(
    'come without their %s where the key may not read them',
    (_, match, none) =>
      started(async ({ fake, runtime, read }) => {
        fake.incidents.add({
          ...closed,
          updates: [{ at: NOW, message: 'Hello' }],
        });
        fake.fail({ match, status: 403, times: Infinity });
        expect(incidentsOf(await read())).toMatchObject([none]);
        expect(runtime.logged.join()).toContain('cannot be read');
      })(),
  );

  it(
    'share an escalation without being called twice for it',
    started(async ({ fake, read }) => {
      const ids = Array.from({ length: 60 }, (_, index) =>
        fake.incidents.add({ createdAt: NOW - index * DAY_MS }),
      );
      const users = [{ id: 'U1', name: 'Ana Lima' }];
      fake.incidents.change(ids[0], {
        escalations: [
          {
            status: 'triggered',
            createdAt: NOW,
            others: [ids[59]],
            events: [{ event: 'notified_users', at: NOW, users }],
          },
        ],
      });
      const all = incidentsOf(await read());
      const called = all.filter(({ pages }) => pages.length > 0);
      expect(called.map(({ pages }) => pages.length)).toEqual([1, 1]);
      expect(called.map(({ externalId }) => externalId).sort()).toEqual(
        [ids[0], ids[59]].sort(),
      );
    }),
  );
});
