import { parse, parseAllDocuments } from 'yaml';
import { generateRules } from './generateRules';
import { Rule, RuleGroup } from './rule';
import {
  availability,
  events,
  everyKind,
  failures,
  objective,
  plain,
  sloOf,
  subjectOf,
} from './__testUtils__/subjects';

const rulesFile = {
  format: 'prometheus',
  tests: false,
  stepMs: 30_000,
} as const;

function textOf(subject = plain): string {
  return generateRules([subject], rulesFile);
}

function rulesOf(subject = plain): Rule[] {
  const { groups } = parse(textOf(subject)) as { groups: RuleGroup[] };
  return groups.flatMap(({ rules }) => rules);
}

const labels =
  '{plimsoll_objective="1",plimsoll_slo="component~default~pay~plain"}';

describe('what is recorded', () => {
  it('bad and all events apart, then shares of their sums', () => {
    const recordings = rulesOf()
      .filter(({ record }) => record)
      .map(({ record, expr }) => [record, expr.replaceAll(labels, '')]);
    expect(Object.fromEntries(recordings)).toMatchObject({
      'plimsoll:slo_bad:rate5m':
        '(sum(rate(requests_total{code=~"5.."}[5m])) or sum(rate(requests_total[5m])) * 0)',
      'plimsoll:slo_total:rate5m': 'sum(rate(requests_total[5m]))',
      'plimsoll:slo_bad_ratio:5m':
        'sum(plimsoll:slo_bad:rate5m) / (sum(plimsoll:slo_total:rate5m) > 0)',
      'plimsoll:slo_bad_ratio:period':
        'sum(sum_over_time(plimsoll:slo_bad:rate5m[30d])) / (sum(sum_over_time(plimsoll:slo_total:rate5m[30d])) > 0)',
    });
    expect(recordings).toHaveLength(10);
  });

  it('events are evaluated as often as samples are taken, long windows every two minutes', () => {
    const { groups } = parse(textOf()) as { groups: RuleGroup[] };
    expect(groups.map(({ name, interval }) => [name, interval])).toEqual([
      ['plimsoll:component~default~pay~plain', '30s'],
      ['plimsoll:component~default~pay~plain:long', '2m'],
    ]);
  });

  it.each([
    ['good', / or vector\(0\)$/],
    ['exclude', / > bool 0\.000000001$/],
    ['bad', / or vector\(1\)$/],
  ])('empty slices count as %s', (policy, end) => {
    const subject = everyKind.find(({ slo }) => slo.name === `empty-${policy}`);
    const rule = rulesOf(subject).find(
      ({ record }) => record === 'plimsoll:slo_slice_bad:slice',
    );
    expect(rule?.expr).toMatch(end);
  });
});

describe('alerts', () => {
  it('of the burn rate have clean thresholds and say where they come from', () => {
    const thresholds = rulesOf()
      .filter(({ alert }) => alert === 'PlimsollBudgetBurn')
      .map(({ expr, for: wait, labels: own }) => [
        own.severity,
        own.long_window,
        own.short_window,
        wait,
        ...expr.replaceAll(labels, '').split(' and '),
      ]);
    const ratio = 'plimsoll:slo_bad_ratio:';
    expect(thresholds).toEqual([
      ['page', '1h', '5m', '2m', `${ratio}1h > 0.0144`, `${ratio}5m > 0.0144`],
      ['page', '6h', '30m', '2m', `${ratio}6h > 0.006`, `${ratio}30m > 0.006`],
      ['ticket', '1d', '2h', '15m', `${ratio}1d > 0.003`, `${ratio}2h > 0.003`],
      ['ticket', '3d', '6h', '15m', `${ratio}3d > 0.001`, `${ratio}6h > 0.001`],
    ]);
    expect(textOf()).toContain(
      '# 0.0144 = 14.4 x (1 - 0.999); over 1h that is 2 % of the budget',
    );
  });

  it('carry labels to route by and links', () => {
    const options = { runbook: 'https://runbooks.example/pay' };
    const [rule] = rulesOf(
      subjectOf(sloOf('plain', [availability], { options })),
    ).filter(({ alert }) => alert);
    expect(rule.labels).toEqual({
      long_window: '1h',
      owner: 'group:default/payments',
      plimsoll_objective: '1',
      plimsoll_slo: 'component~default~pay~plain',
      service: 'component:default/pay',
      severity: 'page',
      short_window: '5m',
      slo: 'plain',
      tier: 'tier-0',
    });
    expect(rule.annotations).toEqual({
      summary:
        'Payments: Title of plain, 99.9 %: the error budget burns more than 14.4 times too fast',
      description:
        'Bad over the last 1h: {{ $value | humanizePercentage }}, more than 1.44 % there and over the last 5m. At that pace a whole budget of 30d is gone in 50h.',
      portal: 'https://portal.example/slos/pay',
      runbook_url: 'https://runbooks.example/pay',
    });
  });

  it('text of people is no template', () => {
    const slo = sloOf('plain', [availability], { title: '{{ .Secret }}' });
    const [rule] = rulesOf(subjectOf(slo)).filter(({ alert }) => alert);
    expect(rule.annotations?.summary).toContain('{{ "{{" }} .Secret }}');
  });

  it('a pair that can never fire is left out and named', () => {
    const loose = everyKind.find(({ slo }) => slo.name === 'loose')!;
    expect(textOf(loose)).toContain(
      '# Objective 1: no page over 1h and 5m: even a total outage stays below 14.4 times the budget of 10 %',
    );
    const burns = rulesOf(loose).filter(
      ({ alert }) => alert === 'PlimsollBudgetBurn',
    );
    expect(burns.map(({ labels: own }) => own.long_window)).toEqual([
      '6h',
      '1d',
      '3d',
    ]);
  });

  it('no data alert after as long as an outage takes: 14.4 x 0.001 x 1h + 2m', () => {
    const absent = rulesOf().find(({ alert }) => alert === 'PlimsollSloAbsent');
    expect([absent?.expr, absent?.for, absent?.labels.severity]).toEqual([
      `absent(plimsoll:slo_total:rate5m${labels})`,
      '3m',
      'page',
    ]);
  });

  it('a spent budget alerts, save of a calendar period', () => {
    const month = everyKind.find(({ slo }) => slo.name === 'month')!;
    const spent = (subject = plain) =>
      rulesOf(subject).filter(
        ({ alert }) => alert === 'PlimsollBudgetExhausted',
      );
    expect(spent().map(({ expr }) => expr)).toEqual([
      `plimsoll:slo_bad_ratio:period${labels} > 0.001`,
    ]);
    expect(spent(month)).toEqual([]);
    expect(textOf(month)).toContain('# No alert for a spent budget');
  });

  it('few failures stay silent where the document says so', () => {
    const guarded = everyKind.find(({ slo }) => slo.name === 'guarded')!;
    const [burn] = rulesOf(guarded).filter(({ alert }) => alert);
    expect(burn.expr).toMatch(
      / and on\(\) sum\(avg_over_time\(plimsoll:slo_bad:rate5m\{.*\}\[1h\]\) \* 3600\) >= 10$/,
    );
  });

  it('a policy of the document has its own rule', () => {
    const condition = {
      policy: 'fast',
      severity: 'sms',
      op: 'gte',
      threshold: 2,
      lookbackMs: 3_600_000,
      alertAfterMs: 300_000,
    } as const;
    const slo = sloOf('plain', [availability], { conditions: [condition] });
    const rule = rulesOf(subjectOf(slo, { severities: [] })).find(
      ({ alert }) => alert,
    );
    expect(rule).toMatchObject({
      alert: 'PlimsollBurnCondition',
      expr: expect.stringMatching(/\[1h\]\)\) > 0\) >= 0\.002$/),
      for: '5m',
      labels: { policy: 'fast', severity: 'sms', long_window: '1h' },
    });
  });

  it.each([
    ['quiet', []],
    ['tickets', ['ticket']],
  ])('a tier that wants %s gets no more', (name, severities) => {
    const subject = everyKind.find(({ slo }) => slo.name === name)!;
    const found = rulesOf(subject).flatMap(rule => rule.labels.severity ?? []);
    expect([...new Set(found)]).toEqual(severities);
  });
});

describe('the file', () => {
  it('is the same in whatever order SLOs come', () => {
    const reversed = [...everyKind].reverse();
    expect(generateRules(reversed, rulesFile)).toBe(
      generateRules(everyKind, rulesFile),
    );
  });

  it('names an SLO that has no rules, and has those of the others', () => {
    const indicator = events({
      ...failures,
      total: { source: 'main', spec: { query: 'sum(a)/sum(b)' } },
    } as typeof failures);
    const broken = subjectOf(sloOf('broken', [objective('1', 1, indicator)]));
    const text = generateRules([broken, plain], rulesFile);
    expect(text).toMatch(
      /^# Left out: component~default~pay~broken: A window cannot be pushed/m,
    );
    expect(parse(text).groups).toHaveLength(2);
  });

  it('is one PrometheusRule for each service', () => {
    const other = subjectOf(plain.slo, {
      id: 'component~default~a_b.c~plain',
      entityRef: 'component:default/a_b.c',
    });
    const resources = parseAllDocuments(
      generateRules([plain, other], { ...rulesFile, format: 'prometheusrule' }),
    ).map(document => document.toJS());
    expect(
      resources.map(({ kind, metadata }) => [kind, metadata.name]),
    ).toEqual([
      [
        'PrometheusRule',
        expect.stringMatching(/^plimsoll-component-default-a-b\.c-\d+$/),
      ],
      ['PrometheusRule', 'plimsoll-component-default-pay'],
    ]);
    expect(resources[1].spec).toEqual(parse(textOf()));
  });
});
