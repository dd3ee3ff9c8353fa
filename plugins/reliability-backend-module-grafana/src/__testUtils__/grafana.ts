import { ConfigReader } from '@backstage/config';
import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import {
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeGrafana } from '@plimsoll/test-fakes';
import { grafanaProviderFactory } from '../grafanaProviderFactory';
import { TOKEN } from './harness';

export const NOW = Date.parse('2026-06-15T22:30:00Z');
export const DAY_MS = 24 * 3600_000;
const WINDOW = { from: NOW - DAY_MS, to: NOW + 30 * DAY_MS };

export const ref = (kind: RotationRef['kind'], id: string): RotationRef => ({
  account: 'main',
  kind,
  id,
});

/** One account over a stand-in, with time simulated. */
async function start() {
  const runtime = simulatedRuntime(NOW);
  const fake = await new FakeGrafana({
    now: runtime.now,
    token: TOKEN,
  }).start();
  const provider = grafanaProviderFactory.create(
    new ConfigReader({
      name: 'main',
      type: 'grafana',
      token: TOKEN,
      url: fake.url,
      stackUrl: 'https://acme.grafana.example/',
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
  const weekly = (...users: readonly string[]) =>
    [0, 1, 2, 3, 4, 5].map(week => ({
      start: NOW + (week - 1) * 7 * DAY_MS,
      end: NOW + week * 7 * DAY_MS,
      user: users[week % users.length],
    }));
  const ana = fake.addUser({ id: 'UANA', username: 'ana', email: 'A@x.org' });
  const bo = fake.addUser({ id: 'UBO', username: 'bo' });
  const paths = () => fake.requests.map(({ path }) => path);
  return { runtime, fake, provider, read, weekly, ana, bo, paths };
}

export type Started = Awaited<ReturnType<typeof start>>;

/** Runs a test over one account, and stops its stand-in after it. */
export const withGrafana =
  (run: (started: Started) => Promise<void>) => async () => {
    const started = await start();
    try {
      await run(started);
    } finally {
      await started.fake.stop();
    }
  };

/** A chain of a schedule, a wait and somebody. @returns its id */
export function addChain({ fake, weekly, ana, bo }: Started): string {
  const team = fake.addTeam('Team Pay');
  const schedule = fake.addSchedule({
    id: 'SFIRST',
    name: 'Payments first',
    timeZone: 'Europe/Oslo',
    shifts: weekly(ana, bo),
  });
  return fake.addChain({
    name: 'Payments',
    team,
    steps: [
      {
        type: 'notify_on_call_from_schedule',
        notify_on_call_from_schedule: schedule,
      },
      { type: 'wait', duration: 900 },
      { type: 'notify_persons', persons_to_notify: [ana] },
    ],
  });
}
