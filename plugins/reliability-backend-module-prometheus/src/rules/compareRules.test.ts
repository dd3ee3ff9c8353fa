import { compareRules, LoadedGroup, LoadedRule } from './compareRules';
import { canonicalDuration } from './canonical';
import { groupsOf } from './groups';
import { everyKind, plain, sloOf, subjectOf } from './__testUtils__/subjects';

const options = { stepMs: 30_000 };

/** How a server shows what was written, in its own spelling. */
function loadedOf(subject = plain): LoadedRule[] {
  return groupsOf(subject, options)
    .flatMap(({ rules }) => rules)
    .map(({ alert, record, expr, labels, for: wait }) => ({
      name: alert ?? record ?? '',
      type: alert ? 'alerting' : 'recording',
      query: expr
        .replaceAll('0.000000001', '1e-09')
        .replaceAll('299999ms', '4m59s999ms')
        .replaceAll('0.0144', '0.014400')
        .replaceAll(',plimsoll_slo', ', plimsoll_slo')
        .replaceAll('on()', 'on ()'),
      labels,
      duration: wait ? canonicalDuration(wait) / 1000 : undefined,
    }));
}

function compare(rules: readonly LoadedRule[], subject = plain) {
  const groups: LoadedGroup[] = [
    { name: 'other', rules: [{ name: 'x', query: 'x', type: 'recording' }] },
    { name: 'any name', rules },
  ];
  return compareRules(subject, groups, options);
}

const same = { state: 'same', differences: [] };
const burn = (rules: LoadedRule[]) =>
  rules.findIndex(({ name }) => name === 'PlimsollBudgetBurn');

it.each(everyKind.map(subject => [subject.slo.name, subject] as const))(
  'rules of %s are the same in another spelling, group and file',
  (_, subject) => {
    expect(compare(loadedOf(subject), subject)).toEqual(same);
  },
);

it('rules that are not loaded are missing', () => {
  expect(compare([])).toEqual({ state: 'missing', differences: [] });
});

it.each<[string, Partial<LoadedRule>, string, string]>([
  [
    'expression',
    { query: 'plimsoll:slo_bad_ratio:1h > 0.02' },
    '> 0.0144',
    '> 0.02',
  ],
  ['duration', { duration: 600 }, 'for: 120s', 'for: 600s'],
])('a changed %s is shown from both sides', (_, change, expected, actual) => {
  const rules = loadedOf();
  rules[burn(rules)] = { ...rules[burn(rules)], ...change };
  const { state, differences } = compare(rules);
  expect(state).toBe('differs');
  expect(differences).toEqual([
    {
      rule: 'PlimsollBudgetBurn{plimsoll_objective="1",severity="page",long_window="1h",short_window="5m"}',
      kind: 'changed',
      expected: expect.stringContaining(expected),
      actual: expect.stringContaining(actual),
    },
  ]);
});

it('a label that we write must be as we write it; one that others add may stay', () => {
  const rules = loadedOf();
  const { labels } = rules[burn(rules)];
  rules[burn(rules)] = {
    ...rules[burn(rules)],
    labels: { ...labels, cluster: 'a' },
  };
  expect(compare(rules)).toEqual(same);
  rules[burn(rules)] = {
    ...rules[burn(rules)],
    labels: { ...labels, tier: 'tier-3' },
  };
  expect(compare(rules).differences).toMatchObject([
    { kind: 'changed', expected: 'tier="tier-0"', actual: 'tier="tier-3"' },
  ]);
});

it('a rule that is gone and one that nobody wants are named', () => {
  const rules = loadedOf();
  const [gone] = rules.splice(burn(rules), 1);
  const labels = { ...gone.labels, severity: 'other' };
  expect(compare([...rules, { ...gone, labels }]).differences).toMatchObject([
    { kind: 'missing', expected: expect.any(String), actual: null },
    { kind: 'unexpected', expected: null, actual: expect.any(String) },
  ]);
});

it('of an SLO without rules nothing is known', () => {
  const [objective] = plain.slo.objectives;
  const sli = { kind: 'raw', rawType: 'success' } as const;
  const query = { source: 'main', spec: { query: 'sum(' } };
  const indicator = { ...objective.indicator, sli: { ...sli, query } };
  const broken = subjectOf(sloOf('plain', [{ ...objective, indicator }]));
  expect(compare([], broken)).toEqual({ state: 'unknown', differences: [] });
});
