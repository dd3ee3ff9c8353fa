import {
  AlertPair,
  BURN_WINDOWS,
  BurnCondition,
  burnThreshold,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { printDuration, printNumber } from '../promql/duration';
import {
  alertLabels,
  annotations,
  objectiveText,
  percent,
  windowText,
} from './alertTexts';
import { absentAfter, FOR, pairsOf } from './pairs';
import { ALERTS, partSeries, PERIOD, ratioName, seriesOf } from './names';
import { compositeRatio, failuresOver, ratioOver } from './ratios';
import { literal, Rule } from './rule';
import {
  periodOf,
  recordedIndicators,
  RuledObjective,
  ruledObjectives,
} from './subject';

const MINUTE = 60_000;
const EXHAUSTED_FOR = 5 * MINUTE;

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/** Where the recorded share of an objective is found. */
function ratioSeries(
  subject: RuleSubject,
  objective: RuledObjective,
  window: string,
): string {
  const id = subject.slo.composite
    ? objective.id
    : objective.members[0].recorded.objective;
  return seriesOf(ratioName(window), subject.id, id);
}

function burnRule(
  subject: RuleSubject,
  objective: RuledObjective,
  pair: AlertPair,
): Rule {
  const { factor, long, severity, short } = pair;
  const threshold = burnThreshold(factor, objective.target);
  const { minFailures } = subject.slo.options;
  const exceeds = (window: string) =>
    `${ratioSeries(subject, objective, window)} > ${printNumber(threshold)}`;
  const guard =
    minFailures > 1
      ? ` and on() ${failuresOver(
          objective,
          BURN_WINDOWS[long],
        )} >= ${printNumber(minFailures)}`
      : '';
  const gone = printDuration(
    Math.round(periodOf(subject) / factor / MINUTE) * MINUTE,
  );
  return {
    alert: ALERTS.burn,
    expr: `${exceeds(long)} and ${exceeds(short)}${guard}`,
    for: printDuration(FOR[severity]),
    labels: alertLabels(subject, objective.id, severity, {
      long_window: long,
      short_window: short,
    }),
    annotations: annotations(
      subject,
      `${literal(
        objectiveText(subject, objective),
      )}: the error budget burns more than ${printNumber(
        factor,
      )} times too fast`,
      `Bad over the last ${long}: {{ $value | humanizePercentage }}, more than ${percent(
        threshold,
      )} there and over the last ${short}. At that pace a whole budget of ${windowText(
        subject,
      )} is gone in ${gone}.`,
    ),
    comment: `${printNumber(threshold)} = ${printNumber(
      factor,
    )} x (1 - ${printNumber(
      objective.target / 1_000_000,
    )}); over ${long} that is ${printNumber(
      pair.budgetPercent,
    )} % of the budget`,
  };
}

function conditionRule(
  subject: RuleSubject,
  objective: RuledObjective,
  condition: BurnCondition,
): Rule {
  const { alertAfterMs, lookbackMs, op, policy, severity, threshold } =
    condition;
  const { composite, method } = subject.slo;
  const ratio = composite
    ? compositeRatio(
        objective,
        { aggregation: composite.aggregation, method },
        member => ratioOver(member, lookbackMs),
        false,
      )
    : ratioOver(objective.members[0].recorded, lookbackMs);
  const share = burnThreshold(threshold, objective.target);
  const lookback = printDuration(lookbackMs);
  return {
    alert: ALERTS.condition,
    expr: `${ratio} ${OPERATORS[op]} ${printNumber(share)}`,
    ...(alertAfterMs > 0 ? { for: printDuration(alertAfterMs) } : {}),
    labels: alertLabels(subject, objective.id, severity, {
      long_window: lookback,
      policy,
    }),
    annotations: annotations(
      subject,
      `${literal(objectiveText(subject, objective))}: burn rate ${
        OPERATORS[op]
      } ${printNumber(threshold)}`,
      `Bad over the last ${lookback}: {{ $value | humanizePercentage }}. The policy ${literal(
        policy,
      )} wants to hear of ${OPERATORS[op]} ${percent(share)}.`,
    ),
    comment: `${printNumber(share)} = ${printNumber(
      threshold,
    )} x (1 - ${printNumber(objective.target / 1_000_000)})`,
  };
}

function exhaustedRule(subject: RuleSubject, objective: RuledObjective): Rule {
  const budget = burnThreshold(1, objective.target);
  return {
    alert: ALERTS.exhausted,
    expr: `${ratioSeries(subject, objective, PERIOD)} > ${printNumber(budget)}`,
    for: printDuration(EXHAUSTED_FOR),
    labels: alertLabels(subject, objective.id, 'ticket'),
    annotations: annotations(
      subject,
      `${literal(
        objectiveText(subject, objective),
      )}: the error budget is spent`,
      `Bad over ${windowText(
        subject,
      )}: {{ $value | humanizePercentage }}; the budget is ${percent(budget)}.`,
    ),
    comment: `${printNumber(budget)} = 1 - ${printNumber(
      objective.target / 1_000_000,
    )}`,
  };
}

function absentRules(
  subject: RuleSubject,
  objective: RuledObjective,
  pairs: readonly AlertPair[],
): Rule[] {
  const severity = subject.severities.includes('page') ? 'page' : 'ticket';
  return recordedIndicators(subject)
    .filter(recorded =>
      objective.members.some(
        member => member.recorded.objective === recorded.objective,
      ),
    )
    .map(recorded => ({
      alert: ALERTS.absent,
      expr: `absent(${partSeries(recorded).total})`,
      for: printDuration(absentAfter(objective, pairs)),
      labels: alertLabels(subject, recorded.objective, severity),
      annotations: annotations(
        subject,
        `${literal(objectiveText(subject, objective))}: there are no data`,
        'The total of this SLO has no samples, so nobody knows how the service does. Look at the scrape targets and at the query.',
      ),
      comment: 'As long as a total outage takes to raise the first alert',
    }));
}

/** The alerts of an SLO. A tier that wants none has only those that its policies ask for. */
export function alertRules(
  subject: RuleSubject,
  stepMs: number,
): { rules: Rule[]; notes: string[] } {
  const notes: string[] = [];
  const absent = new Map<string, Rule>();
  const rules = ruledObjectives(subject).flatMap(objective => {
    const found = pairsOf(subject, objective, stepMs);
    notes.push(...found.notes);
    const quiet = subject.severities.length === 0;
    for (const rule of quiet
      ? []
      : absentRules(subject, objective, found.pairs)) {
      const key = rule.labels.plimsoll_objective;
      if (!absent.has(key)) absent.set(key, rule);
    }
    return [
      ...found.pairs.map(pair => burnRule(subject, objective, pair)),
      ...subject.slo.conditions.map(condition =>
        conditionRule(subject, objective, condition),
      ),
      ...(subject.slo.window.kind === 'rolling' &&
      subject.severities.includes('ticket')
        ? [exhaustedRule(subject, objective)]
        : []),
    ];
  });
  if (subject.slo.window.kind === 'calendar') {
    notes.push(
      'No alert for a spent budget: rules cannot see where a calendar period begins. The portal judges it',
    );
  }
  return { rules: [...rules, ...absent.values()], notes };
}
