import { JsonObject, JsonValue } from '@backstage/types';
import { complaintAbout } from '../__testUtils__/config';
import { configOf, DAY, HOUR, MINUTE } from '../__testUtils__/harness';

const account = (changed: JsonObject = {}): JsonObject => ({
  name: 'main',
  type: 'pagerduty',
  token: 'x',
  webhookSecret: 'y',
  ...changed,
});
const withAccounts = (...accounts: JsonObject[]): JsonObject => ({
  incidents: { accounts },
});
const withSections = (...sections: JsonObject[]): JsonObject => ({
  incidents: { postmortem: { sections } },
});
const section = (changed: JsonObject = {}): JsonObject => ({
  id: 'causes',
  title: 'Causes',
  ...changed,
});

it('has defaults, and no account', () => {
  const config = configOf();
  expect(config.incidents).toEqual({
    syncEveryMs: 2 * MINUTE,
    historyMs: 365 * DAY,
    severities: {},
    severityNames: ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'],
    repeatWithinMs: 30 * DAY,
    pages: { noisyCount: 3, noisyWithinMs: 24 * HOUR },
    postmortem: { reviewBySomebodyElse: true },
    ledger: { darkBurnShare: 0.1 },
    blamelessWords: [],
    accounts: [],
  });
  expect(config.incidentRetentionMs).toBe(1095 * DAY);
});

it('reads accounts without the keys of their types', () => {
  const { incidents } = configOf({
    incidents: {
      accounts: [
        account({ default: true, severities: { Blocker: 1 } }),
        account({ name: 'eu' }),
      ],
    },
  });
  expect(incidents.accounts).toEqual([
    {
      name: 'main',
      type: 'pagerduty',
      default: true,
      severities: { Blocker: 1 },
    },
    { name: 'eu', type: 'pagerduty', default: false, severities: {} },
  ]);
});

it('names the worst levels, and the others as always', () => {
  const { incidents } = configOf({
    incidents: { severityNames: ['Blocker', 'Major'] },
  });
  expect(incidents.severityNames).toEqual([
    'Blocker',
    'Major',
    'SEV3',
    'SEV4',
    'SEV5',
  ]);
});

it('reads the template of postmortems', () => {
  const { incidents } = configOf(withSections(section({ required: true })));
  expect(incidents.postmortem.sections).toEqual([
    { id: 'causes', title: 'Causes', hint: '', required: true },
  ]);
});

it.each<[string, JsonValue, string]>([
  ['an unknown key', { incidents: { every: 'PT1M' } }, '"every"'],
  [
    'a sync that is too frequent',
    { incidents: { syncEvery: 'PT10S' } },
    'reliability.incidents.syncEvery: expected a duration from PT1M to PT1H',
  ],
  [
    'a history that is too long',
    { incidents: { history: 'P10Y' } },
    'reliability.incidents.history: expected a duration from P1D to P1095D',
  ],
  [
    'a level that does not exist',
    { incidents: { severities: { blocker: 0 } } },
    'reliability.incidents.severities.blocker: expected a level from 1, the worst, to 5',
  ],
  [
    'two severities of one name',
    { incidents: { severities: { Blocker: 1, blocker: 2 } } },
    'reliability.incidents.severities["blocker"]: "blocker" is used twice',
  ],
  [
    'two severities of one name in an account',
    withAccounts(account({ severities: { Blocker: 1, BLOCKER: 1 } })),
    'reliability.incidents.accounts[0].severities["BLOCKER"]: "blocker" is used twice',
  ],
  [
    'six names of levels',
    { incidents: { severityNames: ['a', 'b', 'c', 'd', 'e', 'f'] } },
    'reliability.incidents.severityNames: expected at most five names',
  ],
  [
    'one page that is noise',
    { incidents: { pages: { noisyCount: 1 } } },
    'reliability.incidents.pages.noisyCount',
  ],
  [
    'a dark burn of nothing',
    { incidents: { ledger: { darkBurnShare: 0 } } },
    'reliability.incidents.ledger.darkBurnShare',
  ],
  [
    'a postmortem without sections',
    withSections(),
    'reliability.incidents.postmortem.sections',
  ],
  [
    'two sections of one id',
    withSections(section(), section()),
    'reliability.incidents.postmortem.sections[1].id: "causes" is used twice',
  ],
  [
    'a name that cannot stand in an address',
    withAccounts(account({ name: 'Main:1' })),
    'reliability.incidents.accounts[0].name: expected lower-case letters',
  ],
  [
    'the name of the account that is always there',
    withAccounts(account({ name: 'portal' })),
    'reliability.incidents.accounts[0].name: "portal" is the account',
  ],
  [
    'its type',
    withAccounts(account({ type: 'portal' })),
    'reliability.incidents.accounts[0].type: "portal" needs no account',
  ],
  [
    'two accounts of one name',
    withAccounts(account(), account()),
    'reliability.incidents.accounts[1].name: "main" is used twice',
  ],
  [
    'two defaults of one type',
    withAccounts(
      account({ default: true }),
      account({ name: 'eu', default: true }),
    ),
    'reliability.incidents.accounts[1].default: another account of type "pagerduty" is the default',
  ],
])('refuses %s', (_, reliability, complaint) => {
  expect(complaintAbout(reliability)).toContain(complaint);
});
