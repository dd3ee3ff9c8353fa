import { scorecardDefinitionSchema } from '../../contract';
import { assess } from './assess';
import { incidentChecks } from './defaultIncidentChecks';
import { oncallChecks } from './defaultOncallChecks';
import { defaultScorecardFor } from './defaultScorecard';
import { sloChecks } from './defaultSloChecks';
import { FactGroup, Facts, FactValue } from '../facts/facts';
import {
  compiled,
  factsOfTier,
  NOW,
  perfectEntity,
  problemsOf,
  serviceFacts as factsOfService,
  tier2,
  tier3,
} from '../../testUtils';

/** Without a checklist, objectives, on-call and incidents, the catalog alone decides. */
const shipped = defaultScorecardFor([]);
const elsewhere = [...sloChecks, ...oncallChecks, ...incidentChecks];
const defaultScorecard = {
  ...shipped,
  checks: shipped.checks.filter(check => !elsewhere.includes(check)),
};

const rotations = (count: number): FactGroup => ({
  root: 'oncall',
  source: 'oncall',
  at: NOW,
  values: { rotations: count, ...(count > 0 && { membersOnly: false }) },
});

/** A service for which no rotation is named. */
const serviceFacts = (
  ...parameters: Parameters<typeof factsOfService>
): Facts => [...factsOfService(...parameters), rotations(0)];

const scorecard = compiled(defaultScorecard);
const ids = defaultScorecard.checks.map(({ id }) => id);

const outcomeOf = (id: string, facts: Facts) =>
  assess(facts, scorecard, NOW).checks.find(check => check.id === id)?.outcome;

const without = (...kinds: string[]) => ({
  links: {
    ...(perfectEntity.links as Record<string, number>),
    ...Object.fromEntries(kinds.map(kind => [kind, 0])),
  },
});

/** For every check, what a service must lack to fail it. */
const lacking: Record<string, Record<string, FactValue>> = {
  'owner-exists': { ownerExists: false },
  described: { description: 'Takes payments' },
  'lifecycle-set': { lifecycle: '' },
  'source-linked': { sourceUrl: '', ...without('repository') },
  'part-of-system': { system: '' },
  runbook: without('runbook'),
  dashboard: without('dashboard'),
  docs: without('docs'),
  pageable: { annotations: {}, ...without('alerts') },
  'support-channel': without('chat'),
  'dependencies-declared': { dependencies: 0, consumedApis: 0 },
  'domain-known': { domain: '' },
  logs: without('logs'),
  'not-experimental': { lifecycle: 'experimental' },
};

describe('the scorecard that ships', () => {
  it('compiles', () => {
    expect(problemsOf(shipped)).toEqual([]);
  });

  it('could be written in the configuration', () => {
    expect(scorecardDefinitionSchema.parse(shipped)).toEqual(shipped);
  });

  it('has checks on every level', () => {
    const used = new Set(shipped.checks.map(({ level }) => level));
    expect([...used]).toEqual(shipped.levels.map(({ id }) => id));
  });

  it.each(shipped.checks.map(check => [check.id, check] as const))(
    '%s says why and how to fix it',
    (_, { why, fix, title }) => {
      expect(why).toMatch(/\w.*[.?]$/);
      expect(fix).toMatch(/\w.*\.$/);
      expect(title).toMatch(/\w/);
    },
  );
});

describe('every check that ships can pass and fail', () => {
  it.each(ids)('%s passes for a service that has everything', id => {
    expect(outcomeOf(id, serviceFacts())).toBe('pass');
  });

  it.each(ids.filter(id => id !== 'tier-declared'))(
    '%s fails for a service that lacks it',
    id => {
      expect(outcomeOf(id, serviceFacts(lacking[id]))).toBe('fail');
    },
  );

  it('tier-declared fails for an untiered service', () => {
    const [entity] = serviceFacts();
    expect(outcomeOf('tier-declared', [entity, factsOfTier()])).toBe('fail');
  });

  it('and only the checks that a lack is about', () => {
    const failing = (changed: Record<string, FactValue>) =>
      ids.filter(id => outcomeOf(id, serviceFacts(changed)) === 'fail');
    const expected = Object.fromEntries(
      Object.keys(lacking).map(id => [id, [id]]),
    );
    expect(
      Object.fromEntries(
        Object.entries(lacking).map(([id, changed]) => [id, failing(changed)]),
      ),
    ).toEqual({
      ...expected,
      // An empty lifecycle is not production either.
      'lifecycle-set': ['lifecycle-set', 'not-experimental'],
    });
  });
});

describe('a check that ships', () => {
  it.each<[string, string, Record<string, FactValue>, string]>([
    [
      'accepts no person as an owner',
      'owner-exists',
      { ownerKind: 'user' },
      'fail',
    ],
    [
      'accepts 20 characters of description',
      'described',
      { description: 'x'.repeat(20) },
      'pass',
    ],
    [
      'accepts a link to the source',
      'source-linked',
      { sourceUrl: '' },
      'pass',
    ],
    ['accepts a link to alerts', 'pageable', { annotations: {} }, 'pass'],
    [
      'accepts an annotation of a paging tool',
      'pageable',
      without('alerts'),
      'pass',
    ],
    [
      'accepts another paging tool',
      'pageable',
      { ...without('alerts'), annotations: { 'opsgenie.com/team': 'pay' } },
      'pass',
    ],
    [
      'accepts a rotation by its own annotation',
      'pageable',
      {
        ...without('alerts'),
        annotations: { 'plimsoll.dev/oncall': 'ical:feed:pay' },
      },
      'pass',
    ],
    [
      'accepts no annotation of anything else',
      'pageable',
      { ...without('alerts'), annotations: { 'pagerduty.com/other': 'x' } },
      'fail',
    ],
    [
      'accepts APIs as dependencies',
      'dependencies-declared',
      { dependencies: 0 },
      'pass',
    ],
    [
      'accepts that there are no dependencies',
      'dependencies-declared',
      { dependencies: 0, consumedApis: 0, tags: ['no-dependencies'] },
      'pass',
    ],
  ])('%s', (_, id, changed, outcome) => {
    expect(outcomeOf(id, serviceFacts(changed))).toBe(outcome);
  });

  it('accepts a rotation that the owner names', () => {
    const facts = factsOfService({ ...without('alerts'), annotations: {} });
    expect(outcomeOf('pageable', [...facts, rotations(1)])).toBe('pass');
  });

  const applying = (facts: Facts) =>
    ['pageable', 'logs', 'not-experimental'].map(id => outcomeOf(id, facts));

  it.each([
    [
      'tier 2 must be pageable only',
      serviceFacts({}, tier2),
      ['pass', 'not-applicable', 'not-applicable'],
    ],
    [
      'tier 3 need not be pageable',
      serviceFacts({}, tier3),
      ['not-applicable', 'not-applicable', 'not-applicable'],
    ],
    [
      'without a tier nobody knows',
      [serviceFacts()[0], factsOfTier()],
      ['unknown', 'unknown', 'unknown'],
    ],
  ])('%s', (_, facts, outcomes) => {
    expect(applying(facts)).toEqual(outcomes);
  });
});

describe('the level by the scorecard that ships', () => {
  it.each<[string, Facts, string | undefined, number]>([
    ['is gold for a service that has everything', serviceFacts(), 'gold', 1000],
    [
      'is gold also for a supporting service',
      serviceFacts({}, tier3),
      'gold',
      1000,
    ],
    [
      'is silver while the channel is missing',
      serviceFacts(without('chat')),
      'silver',
      958,
    ],
    [
      'is bronze while the runbook is missing',
      serviceFacts(without('runbook')),
      'bronze',
      875,
    ],
    [
      'is none while there is no owner',
      serviceFacts({ ownerExists: false }),
      undefined,
      875,
    ],
    ['is none while nothing is known', [], undefined, 0],
  ])('%s', (_, facts, id, score) => {
    const assessment = assess(facts, scorecard, NOW);
    expect([
      defaultScorecard.levels[assessment.level]?.id,
      assessment.score,
    ]).toEqual([id, score]);
  });
});
