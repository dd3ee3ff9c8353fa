import {
  ContractConfig,
  ContractVendor,
  OncallProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeJsm, FakeOpsgenie, OperationsState } from '@plimsoll/test-fakes';
import { jsmProviderFactory, opsgenieProviderFactory } from '../factories';
import { place, PlacedKind } from './place';

export const KEY = 'secretOfOpsgenie';
export const TOKEN = 'secretOfJsm';
export const EMAIL = 'reader@example.com';
export const BASIC = `Basic ${Buffer.from(`${EMAIL}:${TOKEN}`).toString(
  'base64',
)}`;

export type DialectName = 'opsgenie' | 'jsm';

const forgetIn = (state: OperationsState, id: string) => {
  for (const each of [state.schedules, state.teams, state.escalations]) {
    each.delete(id);
  }
};

function vendorOf(
  fake: FakeJsm | FakeOpsgenie,
  kind: PlacedKind,
  idOf: (placed: ReturnType<typeof place>) => string,
  configs: { right: () => ContractConfig; wrong: () => ContractConfig },
): ContractVendor {
  return {
    config: configs.right,
    wrongConfig: configs.wrong,
    put: rotation => idOf(place(fake.state, kind, rotation)),
    remove: id => forgetIn(fake.state, id.split(':').pop() ?? ''),
    fail: fault => fake.fail(fault),
    requests: () => fake.requests.length,
    neverEnd() {
      fake.endless = 'always';
    },
    repeatPages() {
      fake.endless = 'same';
    },
    stop: () => fake.stop(),
  };
}

async function startOpsgenie(
  kind: PlacedKind,
  now: () => number,
): Promise<ContractVendor> {
  const fake = await new FakeOpsgenie({ now, token: KEY }).start();
  return vendorOf(fake, kind, placed => placed[kind], {
    right: () => ({ apiKey: KEY, baseUrl: fake.url }),
    wrong: () => ({ apiKey: `${KEY}x`, baseUrl: fake.url }),
  });
}

async function startJsm(
  kind: PlacedKind,
  now: () => number,
): Promise<ContractVendor> {
  const fake = await new FakeJsm({ now, authorization: BASIC }).start();
  const config = { cloudId: 'cloud-1', email: EMAIL, baseUrl: fake.url };
  const idOf = ({ team, escalation, ...placed }: ReturnType<typeof place>) =>
    ({ team, escalation: `${team}:${escalation}`, ...placed }[kind]);
  return vendorOf(fake, kind, idOf, {
    right: () => ({ ...config, apiToken: TOKEN }),
    wrong: () => ({ ...config, apiToken: `${TOKEN}x` }),
  });
}

const LIMITED: Record<DialectName, Record<string, string>> = {
  opsgenie: {
    'x-ratelimit-state': 'THROTTLED',
    'x-ratelimit-period-in-sec': '7',
  },
  jsm: { 'retry-after': '7' },
};

/** A timeline is asked for each schedule, rules for each team and each escalation; the rest comes in lists. */
const CALLS: Record<PlacedKind, number> = {
  schedule: 150,
  escalation: 270,
  team: 390,
};

/** One of the dialects as the contract suite wants it. */
export const atlassianHarness = (
  dialect: DialectName,
  kind: PlacedKind,
): OncallProviderHarness => ({
  factory:
    dialect === 'opsgenie' ? opsgenieProviderFactory : jsmProviderFactory,
  kind,
  secrets: [KEY, TOKEN, BASIC.slice('Basic '.length)],
  callsFor120: CALLS[kind],
  limited: () => LIMITED[dialect],
  annotations: (first, second) => ({
    'opsgenie.com/team': `${first}, ${second}`,
  }),
  lacks: {
    shadow: 'Atlassian has no shadows',
    ...(dialect === 'opsgenie' && {
      'without-email': 'everybody at Opsgenie signs in with an e-mail',
    }),
    ...((dialect === 'opsgenie' || kind !== 'team') && {
      paging: 'a timeline and its rules come as a whole',
    }),
    ...(kind !== 'team' && {
      annotations: 'annotations of Opsgenie name teams',
    }),
    ...(kind === 'schedule' && {
      levels: 'a schedule has no levels',
      permanent: 'only an escalation pages somebody for ever',
    }),
  },
  start: now =>
    dialect === 'opsgenie' ? startOpsgenie(kind, now) : startJsm(kind, now),
});
