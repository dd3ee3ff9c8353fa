import { ConfigReader } from '@backstage/config';
import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import {
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakePagerduty, FakeRequest } from '@plimsoll/test-fakes';
import { pagerdutyProviderFactory } from '../pagerdutyProviderFactory';
import { TOKEN } from './harness';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const HOUR_MS = 3600_000;
export const DAY_MS = 24 * HOUR_MS;
const WINDOW = { from: NOW - DAY_MS, to: NOW + 30 * DAY_MS };

export const ref = (kind: RotationRef['kind'], id: string): RotationRef => ({
  account: 'main',
  kind,
  id,
});

/** One account over a stand-in, with time simulated. */
async function start(
  limits: Partial<ConstructorParameters<typeof FakePagerduty>[0]> = {},
) {
  const runtime = simulatedRuntime(NOW);
  const fake = await new FakePagerduty({
    now: runtime.now,
    token: TOKEN,
    ...limits,
  }).start();
  const provider = pagerdutyProviderFactory.create(
    new ConfigReader({
      name: 'main',
      type: 'pagerduty',
      apiToken: TOKEN,
      baseUrl: fake.url,
    }),
    runtime,
  );
  async function read(refs: readonly RotationRef[], window = WINDOW) {
    const { signal } = new AbortController();
    const all: (RotationReading | RotationFailure)[] = [];
    for await (const each of provider.read(refs, { window, signal })) {
      all.push(each);
    }
    return all;
  }
  const weekly = (users: readonly string[]) =>
    [0, 1, 2, 3, 4, 5].map(week => ({
      start: NOW + (week - 1) * 7 * DAY_MS,
      end: NOW + week * 7 * DAY_MS,
      user: users[week % users.length],
    }));
  return { runtime, fake, provider, read, weekly };
}

type Started = Awaited<ReturnType<typeof start>>;

/** Runs a test over one account, and stops its stand-in after it. */
export const withPagerduty =
  (
    run: (started: Started) => Promise<void>,
    limits?: Parameters<typeof start>[0],
  ) =>
  async () => {
    const started = await start(limits);
    try {
      await run(started);
    } finally {
      await started.fake.stop();
    }
  };

export const paths = (requests: readonly FakeRequest[]) =>
  requests.map(({ path }) => path);

/** A policy over a schedule of each kind, with somebody paged for ever at level 2. @returns its id */
export function addTwoLevels({ fake, weekly }: Started, name = 'Payments') {
  const ana = fake.addUser({
    id: 'UANA',
    name: 'Ana Lima',
    email: 'Ana@Example.com',
  });
  const bo = fake.addUser({ id: 'UBO', name: 'Bo Chen' });
  const cai = fake.addUser({
    id: 'UCAI',
    name: 'Cai Dunn',
    email: 'cai@example.com',
  });
  const first = fake.addSchedule({
    name: `${name} first`,
    timeZone: 'Europe/Oslo',
    roster: [ana, bo, cai],
    entries: weekly([ana, bo]),
  });
  const second = fake.addSchedule({
    name: `${name} second`,
    kind: 'shifts',
    roster: [cai],
    entries: weekly([cai]),
  });
  return fake.addPolicy({
    name,
    team: 'Team Pay',
    levels: [{ schedules: [first] }, { schedules: [second], users: [ana] }],
  });
}
