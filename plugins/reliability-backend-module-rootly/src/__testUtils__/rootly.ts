import { ConfigReader } from '@backstage/config';
import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import {
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeRootly } from '@plimsoll/test-fakes';
import { rootlyProviderFactory } from '../rootlyProviderFactory';
import { TOKEN } from './harness';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const DAY_MS = 24 * 3600_000;
const WINDOW = { from: NOW - DAY_MS, to: NOW + 30 * DAY_MS };

export const ref = (kind: RotationRef['kind'], id: string): RotationRef => ({
  account: 'main',
  kind,
  id,
});

/** One account over a stand-in, with time simulated. */
async function start(limit?: { requests: number; perMs: number }) {
  const runtime = simulatedRuntime(NOW);
  const fake = await new FakeRootly({
    now: runtime.now,
    token: TOKEN,
    ...(limit && { limit }),
  }).start();
  const provider = rootlyProviderFactory.create(
    new ConfigReader({
      name: 'main',
      type: 'rootly',
      token: TOKEN,
      baseUrl: fake.url,
    }),
    runtime,
  );
  async function read(refs: readonly RotationRef[]) {
    const { signal } = new AbortController();
    const all: (RotationReading | RotationFailure)[] = [];
    for await (const each of provider.read(refs, { window: WINDOW, signal })) {
      all.push(each);
    }
    return all;
  }
  const ana = fake.addUser({ name: 'Ana Lima', email: 'Ana@Example.com' });
  const bo = fake.addUser({ name: 'Bo Chen' });
  const weekly = (name: string, users: readonly string[] = [ana, bo]) =>
    fake.addSchedule({
      name,
      shifts: [0, 1, 2, 3, 4, 5].map(week => ({
        start: NOW + (week - 1) * 7 * DAY_MS,
        end: NOW + week * 7 * DAY_MS,
        user: users[week % users.length],
      })),
    });
  const paths = () => fake.requests.map(({ path }) => path);
  return { runtime, fake, provider, read, weekly, ana, bo, paths };
}

export type Started = Awaited<ReturnType<typeof start>>;

/** Runs a test over one account, and stops its stand-in after it. */
export const withRootly =
  (
    run: (started: Started) => Promise<void>,
    limit?: Parameters<typeof start>[0],
  ) =>
  async () => {
    const started = await start(limit);
    try {
      await run(started);
    } finally {
      await started.fake.stop();
    }
  };

/** A policy of two levels, the second of which pages somebody for ever, a team and a service of it. */
export function addPayments({ fake, weekly, ana }: Started) {
  const team = fake.addTeam({ name: 'Team Pay', slug: 'team-pay' });
  const policy = fake.addPolicy({
    name: 'Payments',
    teams: [team],
    levels: [{ schedules: [weekly('Payments first')] }, { users: [ana] }],
  });
  const service = fake.addService({
    name: 'Payments API',
    slug: 'payments-api',
    policy,
  });
  return { team, policy, service };
}
