import { ConfigReader } from '@backstage/config';
import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import {
  OncallProvider,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  simulatedRuntime,
  SimulatedRuntime,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import {
  FakeJsm,
  FakeOpsgenie,
  OperationsEntry,
  OperationsState,
} from '@plimsoll/test-fakes';
import { jsmProviderFactory, opsgenieProviderFactory } from '../factories';
import { BASIC, DialectName, EMAIL, KEY, TOKEN } from './harness';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const DAY_MS = 24 * 3600_000;
export const WINDOW = { from: NOW - DAY_MS, to: NOW + 30 * DAY_MS };

export const ref = (kind: RotationRef['kind'], id: string): RotationRef => ({
  account: 'main',
  kind,
  id,
});

type Fake = FakeJsm | FakeOpsgenie;

/** One account over its stand-in. */
export interface Started {
  readonly runtime: SimulatedRuntime;
  readonly fake: Fake;
  readonly state: OperationsState;
  readonly provider: OncallProvider;
  readonly read: (
    refs: readonly RotationRef[],
    window?: typeof WINDOW,
  ) => Promise<(RotationReading | RotationFailure)[]>;
  /** Reads one rotation that must be readable. */
  readonly reading: (
    kind: RotationRef['kind'],
    id: string,
  ) => Promise<RotationReading>;
}

interface Options {
  readonly state?: OperationsState;
  readonly limit?: { readonly requests: number; readonly perMs: number };
}

function accountOf(
  dialect: DialectName,
  fake: Fake,
  runtime: SimulatedRuntime,
) {
  const account = { name: 'main', type: dialect, baseUrl: fake.url };
  const jsm = { cloudId: 'cloud-1', email: EMAIL, apiToken: TOKEN };
  return dialect === 'jsm'
    ? jsmProviderFactory.create(
        new ConfigReader({ ...account, ...jsm }),
        runtime,
      )
    : opsgenieProviderFactory.create(
        new ConfigReader({ ...account, apiKey: KEY }),
        runtime,
      );
}

/** Runs a test with one of the dialects. */
export const withDialect =
  (
    dialect: DialectName,
    run: (started: Started) => Promise<void>,
    options: Options = {},
  ) =>
  async () => {
    const runtime = simulatedRuntime(NOW);
    const { now } = runtime;
    const fake = await (dialect === 'jsm'
      ? new FakeJsm({ now, authorization: BASIC, ...options })
      : new FakeOpsgenie({ now, token: KEY, ...options })
    ).start();
    const provider = accountOf(dialect, fake, runtime);
    const read: Started['read'] = async (refs, window = WINDOW) => {
      const { signal } = new AbortController();
      const all: (RotationReading | RotationFailure)[] = [];
      for await (const each of provider.read(refs, { window, signal })) {
        all.push(each);
      }
      return all;
    };
    const reading: Started['reading'] = async (kind, id) => {
      const [each] = await read([ref(kind, id)]);
      if (each.kind === 'failure') throw each.error;
      return each;
    };
    try {
      const { state } = fake;
      await run({ runtime, fake, state, provider, read, reading });
    } finally {
      await fake.stop();
    }
  };

/** Adds a schedule in which people take turns by the week, the first of them now. */
export function addWeekly(
  state: OperationsState,
  name: string,
  users: readonly string[],
  more: { readonly enabled?: boolean; readonly team?: string } = {},
): string {
  const entries = (from: number, to: number): OperationsEntry[] => {
    const first = Math.floor((from - NOW) / (7 * DAY_MS));
    const count = Math.ceil((to - from) / (7 * DAY_MS)) + 1;
    return Array.from({ length: count }, (_, index) => {
      const week = first + index;
      const size = users.length;
      return {
        start: NOW + week * 7 * DAY_MS,
        end: NOW + (week + 1) * 7 * DAY_MS,
        users: [users[((week % size) + size) % size]],
      };
    });
  };
  for (const id of users) {
    state.addUser({ id, name: `${id} Doe`, email: `${id}@example.com` });
  }
  const participants = users.map(id => ({ type: 'user' as const, id }));
  return state.addSchedule({
    name,
    ...more,
    rotations: [{ name: 'Weekly', participants, entries }],
  });
}

/** Who has shifts in a reading, each once. */
export const idsOf = ({ shifts }: RotationReading) => [
  ...new Set(shifts.map(({ person }) => person?.id)),
];
