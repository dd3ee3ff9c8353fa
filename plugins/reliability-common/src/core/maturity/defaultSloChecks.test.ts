import {
  compiled,
  entityFacts,
  factsOfTier,
  NOW,
  serviceFacts,
  sloOf,
  tier0,
  tier1,
  tier2,
  tier3,
} from '../../testUtils';
import { SloFactInput, sloFacts, SloFactState } from '../slo';
import { Tier } from '../tier';
import { assess } from './assess';
import { incidentChecks } from './defaultIncidentChecks';
import { oncallChecks } from './defaultOncallChecks';
import { defaultScorecardFor } from './defaultScorecard';
import { sloChecks } from './defaultSloChecks';

const shipped = defaultScorecardFor([]);
const definition = {
  ...shipped,
  checks: shipped.checks.filter(
    check => ![...oncallChecks, ...incidentChecks].includes(check),
  ),
};
const scorecard = compiled(definition);

const state: SloFactState = {
  status: 'healthy',
  flags: [],
  remaining: 0.8,
  coverage: 1,
  evaluatedAt: NOW,
};

const sloIs = (
  changed: Partial<SloFactState> | undefined = {},
  slo: Parameters<typeof sloOf>[0] = {},
): SloFactInput => ({
  slo: sloOf({ options: { reviewedOn: '2026-11-01' }, ...slo }),
  state: { ...state, ...changed },
  failed: false,
});

const pending: SloFactInput = { slo: sloOf(), failed: false };

const factsOf = (
  slos: readonly SloFactInput[] | undefined,
  tier: Tier | undefined,
) => [
  entityFacts(),
  factsOfTier(tier),
  ...(slos === undefined
    ? []
    : sloFacts({
        slos,
        documentErrors: 0,
        definedAt: NOW,
        contract: tier?.contract,
        now: NOW,
      })),
];

const assessment = (...parameters: Parameters<typeof factsOf>) =>
  assess(factsOf(...parameters), scorecard, NOW);

/** Outcomes of with data, target, budget, routed, reviewed. */
const outcomes = (...parameters: Parameters<typeof factsOf>) =>
  assessment(...parameters)
    .checks.filter(({ id }) => id.startsWith('slo-'))
    .map(({ outcome }) => outcome)
    .join(' ');

const all = (outcome: string) => Array(5).fill(outcome).join(' ');

it.each<
  [string, readonly SloFactInput[] | undefined, Tier | undefined, string]
>([
  ['has a good SLO', [sloIs()], tier1, all('pass')],
  ['has none', [], tier1, all('fail')],
  ['has none and is supporting', [], tier3, all('not-applicable')],
  ['has no tier', [sloIs()], undefined, all('unknown')],
  ['was never looked at', undefined, tier1, all('unknown')],
  ['was not evaluated yet', [pending], tier1, 'unknown pass unknown pass fail'],
  [
    'has no data',
    [sloIs({ status: 'no_data', remaining: null })],
    tier1,
    'fail pass fail pass pass',
  ],
  [
    'has no traffic',
    [sloIs({ status: 'no_traffic', remaining: null })],
    tier1,
    'fail pass fail pass pass',
  ],
  [
    'has provisional values',
    [sloIs({ flags: ['provisional'] })],
    tier1,
    'fail pass fail pass pass',
  ],
  [
    'has an overspent budget',
    [sloIs({ status: 'breached', remaining: -1 })],
    tier1,
    'pass pass fail pass pass',
  ],
  [
    'burns, but has budget left',
    [sloIs({ status: 'burning', remaining: 0.1 })],
    tier1,
    'pass pass pass pass pass',
  ],
  ['promises less than its tier', [sloIs()], tier0, 'pass fail pass pass pass'],
  ['promises more than its tier', [sloIs()], tier2, all('pass')],
  [
    'tells nobody of alerts',
    [sloIs({}, { routes: [] })],
    tier1,
    'pass pass pass fail pass',
  ],
  [
    'was not reviewed for half a year',
    [sloIs({}, { options: { reviewedOn: '2026-05-20' } })],
    tier1,
    'pass pass pass pass fail',
  ],
  [
    'was reviewed within half a year',
    [sloIs({}, { options: { reviewedOn: '2026-05-25' } })],
    tier1,
    all('pass'),
  ],
  [
    'was never reviewed',
    [sloIs({}, { options: {} })],
    tier1,
    'pass pass pass pass fail',
  ],
  [
    'was evaluated two hours ago',
    [sloIs({ evaluatedAt: NOW - 7_200_000 })],
    tier1,
    'unknown pass unknown pass pass',
  ],
])('a service that %s', (_, slos, tier, expected) => {
  expect(outcomes(slos, tier)).toBe(expected);
});

it('a tier that demands no target and no review asks for neither', () => {
  const lenient: Tier = { ...tier2, contract: {} };
  expect(outcomes([sloIs()], lenient)).toBe(
    'pass not-applicable pass pass not-applicable',
  );
});

it.each<[string, readonly SloFactInput[], Tier, string | undefined]>([
  ['is gold with a good SLO', [sloIs()], tier1, 'gold'],
  [
    'is silver with objectives that nobody reviewed',
    [sloIs({}, { options: {} })],
    tier1,
    'silver',
  ],
  [
    'is bronze while its budget is overspent',
    [sloIs({ status: 'breached', remaining: -1 })],
    tier1,
    'bronze',
  ],
  ['is none without an SLO', [], tier1, undefined],
  ['may be gold without an SLO where it is supporting', [], tier3, 'gold'],
])('a service with everything else %s', (_, slos, tier, level) => {
  const found = assessment(slos, tier);
  expect(definition.levels[found.level]?.id).toBe(level);
});

it('they are about what the catalog knows nothing of', () => {
  expect(
    assess(serviceFacts(), scorecard, NOW)
      .checks.filter(({ outcome }) => outcome === 'unknown')
      .map(({ id }) => id),
  ).toEqual(sloChecks.map(({ id }) => id));
});
