import { ConfigReader } from '@backstage/config';
import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import {
  IncidentBatch,
  IncidentProvider,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  simulatedRuntime,
  SimulatedRuntime,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeServicenow } from '@plimsoll/test-fakes';
import { servicenowProviderFactory } from '../servicenowProviderFactory';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const HOUR_MS = 3600_000;
export const DAY_MS = 24 * HOUR_MS;
export const API_KEY = 'secretKeyOfServicenow';

/** One account over one stand-in. */
export interface Started {
  readonly fake: FakeServicenow;
  readonly provider: IncidentProvider;
  readonly runtime: SimulatedRuntime;
  /** Reads on, and gives what came. */
  readonly batches: (open?: readonly string[]) => Promise<IncidentBatch[]>;
  readonly read: (open?: readonly string[]) => Promise<ReportedIncident[]>;
  /** Requests about a table since it was last asked, with their queries. */
  readonly asked: (table: string) => string[];
}

/** A test with a stand-in that is stopped in the end. */
export const started =
  (run: (given: Started) => Promise<void>, more: object = {}) =>
  async () => {
    const runtime = simulatedRuntime(NOW);
    const fake = await new FakeServicenow({
      now: runtime.now,
      apiKey: API_KEY,
    }).start();
    const provider = servicenowProviderFactory.create(
      new ConfigReader({
        name: 'main',
        type: 'servicenow',
        baseUrl: fake.url,
        apiKey: API_KEY,
        ...more,
      }),
      runtime,
    );
    let cursor: string | null = null;
    const batches = async (open: readonly string[] = []) => {
      const found: IncidentBatch[] = [];
      const { signal } = new AbortController();
      const options = { cursor, since: NOW - 365 * DAY_MS, open, signal };
      for await (const batch of provider.read!(options)) {
        found.push(batch);
        cursor = batch.cursor;
      }
      return found;
    };
    const read = async (open?: readonly string[]) =>
      (await batches(open)).flatMap(({ incidents }) => incidents);
    const asked = (table: string) => {
      const path = `/api/now/table/${table}`;
      const some = fake.requests.splice(0);
      return some.flatMap(request =>
        request.path === path ? [request.query.get('sysparm_query') ?? ''] : [],
      );
    };
    try {
      await run({ fake, provider, runtime, batches, read, asked });
    } finally {
      await fake.stop();
    }
  };
