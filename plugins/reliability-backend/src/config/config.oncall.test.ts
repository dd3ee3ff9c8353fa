import { JsonObject, JsonValue } from '@backstage/types';
import { complaintAbout } from '../__testUtils__/config';
import { configOf, DAY, HOUR, MINUTE } from '../__testUtils__/harness';

const account = (changed: JsonObject = {}): JsonObject => ({
  name: 'main',
  type: 'pagerduty',
  token: 'x',
  ...changed,
});
const rota = (changed: JsonObject = {}): JsonObject => ({
  id: 'ops',
  layers: [
    {
      people: ['user:default/Ada', 'Bob@example.com'],
      handover: { every: 'P7D', start: '2026-01-05' },
    },
  ],
  ...changed,
});
const withAccounts = (...accounts: JsonObject[]): JsonValue => ({
  oncall: { accounts },
});
const withRotas = (...rotas: JsonObject[]): JsonValue => ({
  oncall: { rotas },
});
const withLayer = (layer: JsonObject): JsonValue =>
  withRotas(rota({ layers: [layer] }));

it('has defaults, and the account of the configuration itself', () => {
  const config = configOf();
  expect(config.oncall).toEqual({
    syncEveryMs: 5 * MINUTE,
    lookaheadMs: 30 * DAY,
    staleAfterMs: HOUR,
    businessHours: {
      timeZone: 'UTC',
      days: [1, 2, 3, 4, 5],
      from: '09:00',
      to: '17:00',
    },
    accounts: [
      { name: 'static', type: 'static', mirror: false, default: false },
    ],
    rotas: [],
  });
  expect(config.oncallShiftRetentionMs).toBe(400 * DAY);
  expect(config.oncallPeopleRetentionMs).toBe(365 * DAY);
});

it('reads accounts without the keys of their types', () => {
  const { oncall } = configOf({
    oncall: { accounts: [account({ mirror: true, default: true })] },
  });
  expect(oncall.accounts[0]).toEqual({
    name: 'main',
    type: 'pagerduty',
    mirror: true,
    default: true,
  });
});

it('reads rotas, with references and addresses in lower case', () => {
  const { oncall } = configOf({ oncall: { rotas: [rota()] } });
  expect(oncall.rotas).toEqual([
    {
      id: 'ops',
      title: 'ops',
      timeZone: 'UTC',
      layers: [
        {
          people: ['user:default/ada', 'bob@example.com'],
          handover: { every: 'P7D', at: '09:00', start: '2026-01-05' },
        },
      ],
    },
  ]);
});

it('reads layers of those who only learn', () => {
  const layer = {
    people: ['user:default/ada'],
    handover: { every: 'P7D', start: '2026-01-05' },
  };
  const rotas = [rota({ layers: [layer, { ...layer, shadow: true }] })];
  const { layers } = configOf({ oncall: { rotas } }).oncall.rotas[0];
  expect(layers.map(({ shadow }) => shadow)).toEqual([undefined, true]);
});

it.each([
  ['PT5M', HOUR],
  ['PT30M', 90 * MINUTE],
])('with a sync every %s a rotation is stale after %d ms', (every, stale) => {
  const { oncall } = configOf({ oncall: { syncEvery: every } });
  expect(oncall.staleAfterMs).toBe(stale);
});

it.each<[string, JsonValue, string]>([
  ['an unknown key', { oncall: { every: 'PT1M' } }, '"every"'],
  [
    'a sync that is too frequent',
    { oncall: { syncEvery: 'PT10S' } },
    'reliability.oncall.syncEvery: expected a duration from PT1M to PT1H',
  ],
  [
    'a look ahead that is too short',
    { oncall: { lookahead: 'P7D' } },
    'reliability.oncall.lookahead: expected a duration from P14D to P90D',
  ],
  [
    'business hours in no zone',
    { oncall: { businessHours: { timeZone: 'Mars/Base' } } },
    'reliability.oncall.businessHours.timeZone: expected a time zone',
  ],
  [
    'a name that cannot stand in an annotation',
    withAccounts(account({ name: 'Main:1' })),
    'reliability.oncall.accounts[0].name: expected lower-case letters',
  ],
  [
    'the name of the account that is always there',
    withAccounts(account({ name: 'static' })),
    'reliability.oncall.accounts[0].name: "static" is the account',
  ],
  [
    'its type',
    withAccounts(account({ type: 'static' })),
    'reliability.oncall.accounts[0].type: "static" needs no account',
  ],
  [
    'two accounts of one name',
    withAccounts(account(), account()),
    'reliability.oncall.accounts[1].name: "main" is used twice',
  ],
  [
    'two defaults of one type',
    withAccounts(
      account({ default: true }),
      account({ name: 'eu', default: true }),
    ),
    'reliability.oncall.accounts[1].default: another account of type "pagerduty" is the default',
  ],
  [
    'two rotas of one id',
    withRotas(rota(), rota()),
    'reliability.oncall.rotas[1].id: "ops" is used twice',
  ],
  [
    'a rota that nobody is on',
    withLayer({ people: [], handover: { every: 'P7D', start: '2026-01-05' } }),
    'reliability.oncall.rotas[0].layers[0].people',
  ],
  [
    'somebody who is no reference and no address',
    withLayer({
      people: ['ada'],
      handover: { every: 'P7D', start: '2026-01-05' },
    }),
    'reliability.oncall.rotas[0].layers[0].people[0]: expected a full reference',
  ],
  [
    'a day that does not exist',
    withLayer({
      people: ['a@b'],
      handover: { every: 'P7D', start: '2026-02-30' },
    }),
    'reliability.oncall.rotas[0].layers[0].handover.start: expected a date',
  ],
  [
    'handovers every few minutes',
    withLayer({
      people: ['a@b'],
      handover: { every: 'PT5M', start: '2026-01-05' },
    }),
    'reliability.oncall.rotas[0].layers[0].handover.every: expected a duration',
  ],
  [
    'an override that ends before it begins',
    withRotas(
      rota({
        overrides: [
          { from: '2026-12-25', to: '2026-12-24T18:00', person: 'a@b' },
        ],
      }),
    ),
    'reliability.oncall.rotas[0].overrides[0].to: expected a time after from',
  ],
])('refuses %s', (_, reliability, complaint) => {
  expect(complaintAbout(reliability)).toContain(complaint);
});
