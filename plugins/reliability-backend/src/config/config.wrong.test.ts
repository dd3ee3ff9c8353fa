import { JsonObject, JsonValue } from '@backstage/types';
import { complaintAbout } from '../__testUtils__/config';
import { check, ladder } from '../__testUtils__/scorecards';

const bronze = [{ id: 'bronze', name: 'Bronze' }];
const withCheck = (changed: JsonObject): JsonObject => ({
  scorecards: [ladder({ levels: bronze, checks: [check('a', changed)] })],
});
const tier = (changed: JsonObject): JsonObject => ({
  tiers: [{ id: 'gold', name: 'Gold', ...changed }],
});

it.each<[string, JsonValue, string | RegExp]>([
  ['something else than an object', 'yes', /reliability: .*expected object/],
  ['an unknown key', { tier: [] }, /reliability: Unrecognized key: "tier"/],
  [
    'an unknown key below',
    { catalog: { every: 'PT5M' } },
    /reliability\.catalog: Unrecognized key: "every"/,
  ],
  [
    'an unknown key of a check',
    withCheck({ points: 3 }),
    /reliability\.scorecards\[0\]\.checks\[0\]: Unrecognized key: "points"/,
  ],

  [
    'a filter that is none',
    { services: { filter: { kind: { $like: 'x' } } } },
    /reliability\.services\.filter: is not a Backstage filter predicate/,
  ],
  [
    'a filter of a scorecard that is none',
    { scorecards: [ladder({ filter: { $any: 3 } })] },
    /reliability\.scorecards\[0\]\.filter: is not a Backstage filter predicate/,
  ],

  ['no tier at all', { tiers: [] }, /reliability\.tiers: /],
  [
    'a tier without a name',
    tier({ name: '' }),
    /reliability\.tiers\[0\]\.name: /,
  ],
  [
    'an id with capitals',
    tier({ id: 'Gold' }),
    'reliability.tiers[0].id: expected lower-case letters',
  ],
  [
    'a tier by the name that stands for none',
    tier({ id: 'untiered' }),
    'reliability.tiers[0].id: "untiered" stands for no tier',
  ],
  [
    'two tiers with one id',
    {
      tiers: [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
    },
    'reliability.tiers[1].id: "a" is used twice',
  ],
  [
    'an objective of all',
    tier({ contract: { sloTarget: 100 } }),
    /reliability\.tiers\[0\]\.contract\.sloTarget: .*<100/,
  ],
  [
    'a duration in words',
    tier({ contract: { rto: '15 minutes' } }),
    'reliability.tiers[0].contract.rto: expected an ISO 8601 duration such as PT15M or P7D',
  ],
  [
    'a duration of nothing',
    tier({ contract: { reviewEvery: 'PT0S' } }),
    'reliability.tiers[0].contract.reviewEvery: expected an ISO 8601 duration',
  ],
  [
    'nobody to respond',
    tier({ contract: { oncall: { minResponders: 0 } } }),
    /reliability\.tiers\[0\]\.contract\.oncall\.minResponders: .*>=1/,
  ],
  [
    'cover that is not known',
    tier({ contract: { oncall: { coverage: 'always' } } }),
    /reliability\.tiers\[0\]\.contract\.oncall\.coverage: .*24x7/,
  ],

  [
    'a place without a name',
    { tierFrom: [{}] },
    'reliability.tierFrom[0]: expected exactly one of field, label and annotation',
  ],
  [
    'a place with two names',
    { tierFrom: [{ field: 'spec.tier', label: 'tier' }] },
    'reliability.tierFrom[0]: expected exactly one of field, label and annotation',
  ],
  [
    'a map to a tier that is not there',
    { tierFrom: [{ label: 'tier', map: { T1: 'tier-1', T9: 'tier-9' } }] },
    'reliability.tierFrom[0].map.T9: unknown tier "tier-9", expected one of tier-0, tier-1, tier-2, tier-3',
  ],

  [
    'a catalog that is read all the time',
    { catalog: { refreshInterval: 'PT9S' } },
    'reliability.catalog.refreshInterval: expected at least PT10S',
  ],
  [
    'an interval that is none',
    { catalog: { refreshInterval: 'often' } },
    'reliability.catalog.refreshInterval: expected an ISO 8601 duration',
  ],
  [
    'facts that outlive everybody',
    { facts: { defaultTtl: 'P101Y' } },
    'reliability.facts.defaultTtl: expected at most 100 years',
  ],
  [
    'a retention that is none',
    { retention: { daily: '400 days' } },
    'reliability.retention.daily: expected an ISO 8601 duration',
  ],
  [
    'a retention without end',
    { retention: { history: 'P999999Y' } },
    'reliability.retention.history: expected at most 100 years',
  ],
])('%s stops the start and says where', (_, config, message) => {
  const complaint = complaintAbout(config);
  expect(complaint).toMatch(message);
  expect(complaint).toMatch(/^Invalid configuration:\n {2}reliability/);
});
