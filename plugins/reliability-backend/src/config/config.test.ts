import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  defaultScorecard,
  defaultTiers,
} from '@plimsoll/backstage-plugin-reliability-common';
import { complaintAbout } from '../__testUtils__/config';
import { configOf, DAY, MINUTE } from '../__testUtils__/harness';
import { check, ladder, only } from '../__testUtils__/scorecards';
import { readReliabilityConfig } from './config';

const bronze = [{ id: 'bronze', name: 'Bronze' }];
const withCheck = (changed: JsonObject): JsonObject => ({
  scorecards: [ladder({ levels: bronze, checks: [check('a', changed)] })],
});
const exemption = (changed: JsonObject): JsonObject => ({
  exemptions: [
    {
      scorecard: 'reliability',
      check: 'runbook',
      entityRef: 'component:default/pay',
      reason: 'Is rewritten',
      approvedBy: 'user:default/ada',
      until: '2027-01-01',
      ...changed,
    },
  ],
});
const problemsOf = (config: JsonObject) =>
  complaintAbout(config).split('\n  ').slice(1);

it('all problems of form are told at once', () => {
  expect(
    problemsOf({
      tiers: [{ id: 'A', name: '' }],
      catalog: { refreshInterval: 'PT1S' },
      ...withCheck({ weight: -1 }),
    }).map(line => line.split(': ')[0]),
  ).toEqual([
    'reliability.tiers[0].id',
    'reliability.tiers[0].name',
    'reliability.scorecards[0].checks[0].weight',
    'reliability.catalog.refreshInterval',
  ]);
});

it('all problems of meaning are told at once', () => {
  expect(
    problemsOf({
      services: { filter: 'all' },
      tiers: [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'A' },
      ],
      tierFrom: [{ label: 'tier', map: { x: 'b' } }],
      scorecards: [
        ladder({
          filter: 3,
          levels: bronze,
          checks: [
            check('one', { pass: 'tru &&' }),
            check('two', { pass: 'entity.owner', when: 'nothing > 1' }),
            check('three', { level: 'gold' }),
          ],
        }),
      ],
      disabledScorecards: ['other'],
      ...exemption({ scorecard: 'ladder', check: 'four', entityRef: 'pay' }),
    }).map(line => line.split(': ')[0]),
  ).toEqual([
    'reliability.services.filter',
    'reliability.tiers[1].id',
    'reliability.tierFrom[0].map.x',
    'reliability.disabledScorecards[0]',
    'reliability.scorecards[0].filter',
    'reliability.exemptions[0].check',
    'reliability.exemptions[0].entityRef',
    'reliability.scorecards[0].checks[0].pass',
    'reliability.scorecards[0].checks[1].when',
    'reliability.scorecards[0].checks[1].pass',
    'reliability.scorecards[0].checks[2].level',
  ]);
});

it('nothing configured means what ships', () => {
  for (const empty of [
    new ConfigReader({}),
    new ConfigReader({ reliability: {} }),
  ]) {
    const config = readReliabilityConfig(empty);
    expect(config).toMatchObject({
      servicesFilter: {
        kind: 'Component',
        'spec.type': { $in: ['service', 'website'] },
      },
      tierFrom: [{ field: 'spec.tier' }],
      exemptions: [],
      refreshIntervalMs: 5 * MINUTE,
      defaultTtlMs: 30 * DAY,
      dailyRetentionMs: 400 * DAY,
      scorecardIds: ['reliability'],
    });
    expect(config.tiers).toBe(defaultTiers);
    expect(config.scorecards[0].definition).toBe(defaultScorecard);
    expect(config.historyRetentionMs).toBeGreaterThanOrEqual(3 * 365 * DAY);
  }
});

it.each<[string, JsonObject, object]>([
  [
    'tiers rank in their order',
    {
      tiers: [
        { id: 'b', name: 'B' },
        { id: 'a', name: 'A' },
      ],
    },
    {
      tiers: [
        { id: 'b', rank: 0, contract: {} },
        { id: 'a', rank: 1 },
      ],
    },
  ],
  [
    'a scorecard comes beside the shipped one',
    { scorecards: [ladder()] },
    { scorecardIds: ['reliability', 'ladder'] },
  ],
  [
    'a scorecard replaces the shipped one of its id',
    { scorecards: [ladder({ id: 'reliability' })] },
    {
      scorecardIds: ['reliability'],
      scorecards: [{ definition: { title: 'Ladder' } }],
    },
  ],
  [
    'the shipped scorecard can be left out',
    only(ladder()),
    { scorecardIds: ['ladder'] },
  ],
  [
    'a check has a weight and a dimension',
    only(ladder()),
    {
      scorecards: [
        { definition: { checks: [{ weight: 1, dimension: 'general' }, {}] } },
      ],
    },
  ],
  [
    'references of exemptions are compared in lower case',
    exemption({ entityRef: 'Component:Default/Pay' }),
    { exemptions: [{ entityRef: 'component:default/pay' }] },
  ],
  [
    'the catalog may be read every ten seconds',
    { catalog: { refreshInterval: 'PT10S' } },
    { refreshIntervalMs: 10_000 },
  ],
  [
    'a level may ask for a score instead of checks',
    only(
      ladder({
        levels: [
          ...bronze,
          { id: 'silver', name: 'S' },
          { id: 'top', name: 'T', minScore: 90 },
        ],
      }),
    ),
    { scorecardIds: ['ladder'] },
  ],
])('%s', (_, config, expected) => {
  expect(configOf(config)).toMatchObject(expected);
});

it('is frozen', () => {
  expect(Object.isFrozen(configOf())).toBe(true);
});
