import { ConfigReader } from '@backstage/config';
import { isOpen } from '@plimsoll/backstage-plugin-reliability-common';
import {
  IncidentBatch,
  IncidentProvider,
  IncidentProviderFactory,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  simulatedRuntime,
  SimulatedRuntime,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const HOUR_MS = 3600_000;
export const DAY_MS = 24 * HOUR_MS;

/** One account over its stand-in, read as the backend reads it. */
export interface Started<F> {
  readonly fake: F;
  readonly provider: IncidentProvider;
  readonly runtime: SimulatedRuntime;
  /** Reads on, and gives what came. */
  readonly read: () => Promise<IncidentBatch[]>;
}

interface Vendor<F> {
  readonly factory: IncidentProviderFactory;
  readonly start: (now: () => number) => Promise<F>;
  readonly config: (fake: F) => object;
}

function reader(provider: IncidentProvider): () => Promise<IncidentBatch[]> {
  const open = new Set<string>();
  let cursor: string | null = null;
  return async () => {
    const batches: IncidentBatch[] = [];
    const since = NOW - 365 * DAY_MS;
    const { signal } = new AbortController();
    const options = { cursor, since, open: [...open], signal };
    for await (const batch of provider.read!(options)) {
      batches.push(batch);
      cursor = batch.cursor;
      for (const { externalId, status } of batch.incidents) {
        if (isOpen(status)) open.add(externalId);
        else open.delete(externalId);
      }
      for (const id of batch.gone) open.delete(id);
    }
    return batches;
  };
}

/** Runs a test over one account. */
export const withVendor =
  <F extends { stop(): Promise<void> }>({
    factory,
    start,
    config,
  }: Vendor<F>) =>
  (run: (started: Started<F>) => Promise<void>) =>
  async () => {
    const runtime = simulatedRuntime(NOW);
    const fake = await start(runtime.now);
    const provider = factory.create(
      new ConfigReader({ name: 'main', type: factory.type, ...config(fake) }),
      runtime,
    );
    try {
      await run({ fake, provider, runtime, read: reader(provider) });
    } finally {
      await fake.stop();
    }
  };

/** All incidents of some batches. */
export const incidentsOf = (batches: readonly IncidentBatch[]) =>
  batches.flatMap(({ incidents }) => incidents);

/** All that is gone. */
export const goneOf = (batches: readonly IncidentBatch[]) =>
  batches.flatMap(({ gone }) => gone);
