import { ConfigReader } from '@backstage/config';
import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentBatch } from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakePagerduty } from '@plimsoll/test-fakes';
import { readPagerdutyIncidentConfig } from '../incidents/config';
import { PagerdutyIncidentProvider } from '../incidents/PagerdutyIncidentProvider';
import { serviceOf, TOKEN, userOf, WEBHOOK_SECRET } from './incidentHarness';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

type Options = Partial<ConstructorParameters<typeof FakePagerduty>[0]>;

/** One account over a stand-in with time simulated, and what was read of it. */
async function start(options: Options = {}) {
  const runtime = simulatedRuntime(NOW);
  const fake = await new FakePagerduty({
    now: runtime.now,
    token: TOKEN,
    webhookSecrets: [WEBHOOK_SECRET],
    ...options,
  }).start();
  const provider = new PagerdutyIncidentProvider(
    readPagerdutyIncidentConfig(
      new ConfigReader({
        name: 'main',
        type: 'pagerduty',
        apiToken: TOKEN,
        baseUrl: fake.url,
        webhookSecret: WEBHOOK_SECRET,
      }),
    ),
    runtime,
    options.maxOffset,
  );
  const stored = new Map<string, ReportedIncident>();
  const state: { cursor: string | null } = { cursor: null };
  /** Reads on, and gives the batches. */
  async function sync(since = NOW - 365 * DAY_MS) {
    const batches: IncidentBatch[] = [];
    const open = [...stored.values()].filter(
      ({ status }) => status === 'open' || status === 'acknowledged',
    );
    for await (const batch of provider.read({
      cursor: state.cursor,
      since,
      open: open.map(({ externalId }) => externalId),
      signal: new AbortController().signal,
    })) {
      batches.push(batch);
      for (const each of batch.incidents) stored.set(each.externalId, each);
      for (const id of batch.gone) stored.delete(id);
      state.cursor = batch.cursor;
    }
    return batches;
  }
  const service = (name = 'Checkout') => serviceOf(fake, name);
  const user = (name: string) => userOf(fake, name);
  /** Paths that were asked for since the last time. */
  function asked(): string[] {
    return fake.requests.splice(0).map(({ path }) => path);
  }
  /** An incident that was over after an hour. */
  function over(createdAt: number, title = 'Checkout was slow') {
    const id = fake.incidents.trigger({ title, service: service(), createdAt });
    fake.incidents.resolve(id, user('Bo Chen'), createdAt + HOUR_MS);
    return id;
  }
  return {
    runtime,
    fake,
    provider,
    stored,
    state,
    sync,
    asked,
    over,
    service,
    user,
  };
}

type Started = Awaited<ReturnType<typeof start>>;

/** Runs a test over one account, and stops its stand-in after it. */
export const withIncidents =
  (run: (started: Started) => Promise<void>, options?: Options) => async () => {
    const started = await start(options);
    try {
      await run(started);
    } finally {
      await started.fake.stop();
    }
  };
