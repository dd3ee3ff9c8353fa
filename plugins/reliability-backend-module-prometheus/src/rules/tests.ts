import { burnThreshold } from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { absentAfter } from './pairs';
import { RuleOptions } from './groups';
import { ALERTS, ratioName, seriesOf } from './names';
import {
  firing,
  guardDelay,
  TestedObjective,
  testedObjectives,
} from './scenarios';
import { alerting, check, feed, Part, Series } from './testParts';
import { yamlText } from './yamlText';

const MINUTE = 60_000;
/** Every alert that can fire does so within this, the `for` of a ticket included. */
const SETTLED = 20 * MINUTE;

const hasExhausted = ({ subject }: TestedObjective) =>
  subject.slo.window.kind === 'rolling' &&
  subject.severities.includes('ticket');

function steady(tested: TestedObjective): Part {
  const share = tested.fine ? 0.4 * tested.budget : 0;
  const checks = [ALERTS.burn, ALERTS.exhausted, ALERTS.absent].map(name =>
    alerting(tested, name, SETTLED, {}),
  );
  return { series: feed(tested, share, SETTLED), checks };
}

function outage(tested: TestedObjective): Part {
  const { subject, objective, budget } = tested;
  const delay = guardDelay(tested);
  const end = delay + SETTLED;
  const on = firing(tested, tested.outage);
  const id = subject.slo.composite
    ? objective.id
    : objective.members[0].recorded.objective;
  const name = ratioName('5m');
  const checks = [
    alerting(tested, ALERTS.burn, MINUTE, {}),
    ...(delay === 0
      ? [alerting(tested, ALERTS.burn, 10 * MINUTE, { page: on.page })]
      : []),
    alerting(tested, ALERTS.burn, end, on),
    alerting(tested, ALERTS.exhausted, end, {
      ticket: Number(hasExhausted(tested) && tested.outage > budget),
    }),
    ...(subject.slo.composite
      ? []
      : [
          check(seriesOf(name, subject.id, id), 10 * MINUTE, [
            { labels: seriesOf(name, subject.id, id), value: 1 },
          ]),
        ]),
  ];
  return { series: feed(tested, 1, end), checks };
}

/** Errors near the n-th lowest threshold of a pair: all pairs below fire, the others stay silent. */
function nearThreshold(
  tested: TestedObjective,
  index: number,
  near: number,
): Part {
  const { target } = tested.objective;
  const thresholds = tested.pairs
    .map(({ factor }) => burnThreshold(factor, target))
    .sort((x, y) => x - y);
  const share = thresholds[index] * near;
  if (!tested.fine || !(share <= 1)) return { checks: [] };
  const checks = [
    alerting(tested, ALERTS.burn, SETTLED, firing(tested, share)),
    alerting(tested, ALERTS.exhausted, SETTLED, {
      ticket: Number(hasExhausted(tested) && share > tested.budget),
    }),
  ];
  return { series: feed(tested, share, SETTLED), checks };
}

function absent(tested: TestedObjective): Part {
  if (!tested.subject.severities.length) return { checks: [] };
  const after = absentAfter(tested.objective, tested.pairs);
  const severity = tested.subject.severities.includes('page')
    ? 'page'
    : 'ticket';
  const members = tested.objective.members.map(each => each.recorded.objective);
  // Objectives that share an indicator share the alert, which is named after the first of them.
  const own = [...new Set(members)].filter(
    id => tested.subject.slo.composite || id === tested.objective.id,
  );
  return {
    checks: own.flatMap(id => {
      const named = { ...tested, objective: { ...tested.objective, id } };
      return [
        alerting(named, ALERTS.absent, after - MINUTE, {}),
        alerting(named, ALERTS.absent, after + MINUTE, { [severity]: 1 }),
      ];
    }),
  };
}

/** A total outage of a service with hardly any traffic: too few failures to wake anybody. */
function lowTraffic(tested: TestedObjective): Part {
  const { minFailures } = tested.subject.slo.options;
  if (minFailures <= 1 || tested.subject.slo.method !== 'Occurrences') {
    return { checks: [] };
  }
  const threeDays = 3 * 86_400;
  const rate = minFailures / 2 / threeDays / tested.objective.members.length;
  return {
    series: feed(tested, 1, SETTLED, rate),
    checks: [alerting(tested, ALERTS.burn, SETTLED, {})],
  };
}

type Scenario = (tested: TestedObjective) => Part;

const SCENARIOS: readonly [string, Scenario][] = [
  ['steady: within the budget nothing alerts', steady],
  ['outage: pages first, then tickets, and the budget is spent', outage],
  ...[0, 1, 2, 3].flatMap((index): [string, Scenario][] => [
    [
      `just below the ${index + 1}. of the thresholds`,
      each => nearThreshold(each, index, 0.98),
    ],
    [
      `just above the ${index + 1}. of the thresholds`,
      each => nearThreshold(each, index, 1.02),
    ],
  ]),
  ['absent: no data alert in time', absent],
  ['low traffic: few failures are muted', lowTraffic],
];

/** How many samples a series has. */
const lengthOf = ({ values }: Series) => Number(values.split('x')[1]);

/** Objectives that share their events feed the same series; the longest serves all. */
function uniqueSeries(series: readonly Series[]): Series[] {
  const longest = [...series].sort((a, b) => lengthOf(a) - lengthOf(b));
  return [...new Map(longest.map(each => [each.series, each])).values()].sort(
    (a, b) => (a.series < b.series ? -1 : 1),
  );
}

/** Without objectives whose events are those of an earlier one. */
function withOwnEvents(tested: readonly TestedObjective[]): TestedObjective[] {
  return tested.filter(
    ({ subject, objective }) =>
      subject.slo.composite ||
      objective.members[0].recorded.objective === objective.id,
  );
}

/**
 * Writes tests of rules for `promtool test rules`. They feed what is recorded first, so that they hold for
 * any query: what is tested is all that is derived from it. Each scenario tests all SLOs at once. Objectives
 * that share their events are tested in an outage; in between their events can be those of one only.
 */
export function ruleTests(
  subjects: readonly RuleSubject[],
  options: RuleOptions,
): string {
  const all = subjects.flatMap(each => testedObjectives(each, options));
  const own = withOwnEvents(all);
  const tests = SCENARIOS.map(([name, scenario]) => {
    const parts = (scenario === outage ? all : own).map(scenario);
    return {
      name,
      interval: '1m',
      input_series: uniqueSeries(parts.flatMap(part => part.series ?? [])),
      promql_expr_test: parts.flatMap(part => part.checks),
    };
  }).filter(test => test.promql_expr_test.length > 0);
  const text = yamlText({
    rule_files: ['plimsoll-rules.yaml'],
    evaluation_interval: '1m',
    tests,
  });
  return `# Written by Plimsoll. Save the rules beside this file as plimsoll-rules.yaml, then: promtool test rules <this file>\n\n${text}`;
}
