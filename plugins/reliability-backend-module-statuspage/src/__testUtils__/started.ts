import { ConfigReader } from '@backstage/config';
import {
  IncidentBatch,
  IncidentProvider,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  simulatedRuntime,
  SimulatedRuntime,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeStatuspage } from '@plimsoll/test-fakes';
import { statuspageProviderFactory } from '../statuspageProviderFactory';
import { API_KEY, PAGE_ID } from './harness';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const HOUR_MS = 3600_000;
export const DAY_MS = 24 * HOUR_MS;

/** One account over one stand-in. */
export interface Started {
  readonly fake: FakeStatuspage;
  readonly provider: IncidentProvider;
  readonly runtime: SimulatedRuntime;
  /** Reads on, and gives what came. */
  /** Reads on; a process that dies has only so many batches. */
  readonly batches: (
    open?: readonly string[],
    most?: number,
  ) => Promise<IncidentBatch[]>;
  readonly ids: (open?: readonly string[]) => Promise<string[]>;
}

/** A test with a stand-in that is stopped in the end. @param isPublic - the page is read without a key */
export const started =
  (isPublic: boolean, run: (given: Started) => Promise<void>) => async () => {
    const runtime = simulatedRuntime(NOW);
    const fake = await new FakeStatuspage({
      now: runtime.now,
      pageId: PAGE_ID,
      apiKey: API_KEY,
      ...(isPublic && { limit: { requests: 1000, perMs: 1000 } }),
    }).start();
    const provider = statuspageProviderFactory.create(
      new ConfigReader({
        name: 'main',
        type: 'statuspage',
        baseUrl: fake.url,
        ...(isPublic ? { public: true } : { pageId: PAGE_ID, apiKey: API_KEY }),
      }),
      runtime,
    );
    let cursor: string | null = null;
    const batches = async (open: readonly string[] = [], most = Infinity) => {
      const found: IncidentBatch[] = [];
      const { signal } = new AbortController();
      const options = { cursor, since: NOW - 365 * DAY_MS, open, signal };
      for await (const batch of provider.read!(options)) {
        found.push(batch);
        cursor = batch.cursor;
        if (found.length >= most) break;
      }
      return found;
    };
    const ids = async (open?: readonly string[]) =>
      (await batches(open)).flatMap(({ incidents }) =>
        incidents.map(({ externalId }) => externalId),
      );
    try {
      await run({ fake, provider, runtime, batches, ids });
    } finally {
      await fake.stop();
    }
  };
