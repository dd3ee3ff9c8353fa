import { DAY, HOUR, NOW, sloOf, tier1 } from '../../testUtils';
import { factCatalogue } from '../facts';
import { SloFactInput, sloFacts, SloFactState } from './sloFacts';
import { SloFlag, SloStatus } from './status';

const stateOf = (
  status: SloStatus,
  changed: Partial<SloFactState> = {},
): SloFactState => ({
  status,
  flags: [],
  remaining: 0.8,
  coverage: 1,
  evaluatedAt: NOW - HOUR / 60,
  ...changed,
});

const evaluated = (
  status: SloStatus,
  changed?: Partial<SloFactState>,
): SloFactInput => ({
  slo: sloOf(),
  state: stateOf(status, changed),
  failed: false,
});

const defined = (changed: Parameters<typeof sloOf>[0]): SloFactInput => ({
  slo: sloOf(changed),
  failed: false,
});

const groups = (slos: readonly SloFactInput[]) =>
  sloFacts({
    slos,
    documentErrors: 0,
    definedAt: NOW - DAY,
    contract: tier1.contract,
    now: NOW,
  });

describe('facts about evaluations', () => {
  const values = (slos: readonly SloFactInput[]) => groups(slos)[1].values;
  const flagged = (flag: SloFlag, remaining = 0.8) =>
    evaluated('healthy', { flags: [flag], remaining });

  it('count statuses', () => {
    expect(
      values([
        evaluated('healthy'),
        evaluated('healthy'),
        evaluated('at_risk', { remaining: 0.1999, coverage: 0.777 }),
        evaluated('burning'),
        evaluated('breached', { remaining: -2.501 }),
        evaluated('no_data', { remaining: null, coverage: null }),
        evaluated('no_traffic', { remaining: null }),
      ]),
    ).toEqual({
      withData: 5,
      healthy: 2,
      atRisk: 1,
      burning: 1,
      breached: 1,
      errors: 0,
      noData: 2,
      provisional: 0,
      stale: 0,
      coverage: 77,
      worstRemaining: -251,
      statuses: [
        'at_risk',
        'breached',
        'burning',
        'healthy',
        'no_data',
        'no_traffic',
      ],
    });
  });

  it.each<[string, SloFactInput, object]>([
    [
      'provisional',
      flagged('provisional', -3),
      { withData: 0, healthy: 0, provisional: 1 },
    ],
    ['stale', flagged('stale'), { withData: 1, stale: 1, worstRemaining: 80 }],
    [
      'without data',
      evaluated('no_data', { remaining: null }),
      { withData: 0, noData: 1 },
    ],
    [
      'just overspent',
      evaluated('breached', { remaining: -0.0001 }),
      { breached: 1, worstRemaining: -1 },
    ],
    [
      'exactly spent',
      evaluated('at_risk', { remaining: -1e-15 }),
      { breached: 0, worstRemaining: 0 },
    ],
  ])('of an SLO that is %s', (_, slo, expected) => {
    expect(values([slo])).toMatchObject(expected);
  });

  it.each([
    ['provisional', flagged('provisional', -3)],
    ['without data', evaluated('no_data', { remaining: null })],
  ])('name no budget of an SLO that is %s', (_, slo) => {
    expect(values([slo])).not.toHaveProperty('worstRemaining');
  });

  it('keep the last good evaluation after a failed try', () => {
    const failed = { ...evaluated('healthy'), failed: true };
    expect(values([failed])).toMatchObject({
      withData: 1,
      healthy: 1,
      errors: 1,
    });
  });

  it('go stale an hour after the oldest', () => {
    const evaluatedAt = NOW - 20 * 60_000;
    const [, group] = groups([
      evaluated('healthy'),
      evaluated('healthy', { evaluatedAt }),
    ]);
    expect([group.at, group.expiresAt]).toEqual([
      evaluatedAt,
      evaluatedAt + HOUR,
    ]);
  });

  it('are not there before the first', () => {
    expect(
      groups([defined({}), { ...defined({}), failed: true }]),
    ).toHaveLength(1);
  });

  it('tell of an SLO that is pending beside others', () => {
    expect(values([evaluated('healthy'), defined({})])).toMatchObject({
      withData: 1,
      statuses: ['healthy', 'pending'],
    });
  });

  it('are zeros without SLOs, and hold', () => {
    const [group, ...others] = groups([]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      at: NOW - DAY,
      values: { withData: 0, breached: 0, statuses: [] },
    });
    expect(group.expiresAt).toBeUndefined();
    expect(group.values).not.toHaveProperty('worstRemaining');
  });
});

it('every value that they tell is documented, with its type', () => {
  const told = groups([
    {
      ...evaluated('healthy'),
      slo: sloOf({ options: { reviewedOn: '2026-11-01' } }),
    },
  ]).flatMap(({ values }) => Object.entries(values));
  const documented = factCatalogue.filter(({ source }) => source === 'slo');
  expect(told.map(([key]) => `slo.${key}`).sort()).toEqual(
    documented.map(({ key }) => key).sort(),
  );
  const types = {
    number: /^(int|double)$/,
    boolean: /^bool$/,
    object: /^list<string>$/,
  };
  for (const [key, value] of told) {
    const { type } = documented.find(each => each.key === `slo.${key}`)!;
    expect(type).toMatch(types[typeof value as keyof typeof types]);
  }
});
