import { printDuration, printNumber } from '../promql/duration';
import { partSeries, seriesOf } from './names';
import { TestedObjective } from './scenarios';
import { RecordedIndicator } from './subject';

const MINUTE = 60_000;

type Sample = {
  readonly labels: string;
  readonly value: number;
};
/** What an expression must give at a time. */
export type Check = {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly Sample[];
};
/** What is fed. */
export type Series = {
  readonly series: string;
  readonly values: string;
};
/** One SLO's part of a scenario. */
export interface Part {
  readonly series?: readonly Series[];
  readonly checks: readonly Check[];
}

/** @param ms - time of the check from the start of the test */
export function check(
  expr: string,
  ms: number,
  samples: readonly Sample[],
): Check {
  return { expr, eval_time: printDuration(ms), exp_samples: samples };
}

/** Events of all members at a constant rate for a time. */
export function feed(
  { objective, subject }: TestedObjective,
  share: number,
  ms: number,
  rate = 1000 * Math.max(1, subject.slo.options.minFailures),
): Series[] {
  const times = Math.ceil(ms / MINUTE) + 5;
  const recorded = new Set<RecordedIndicator>(
    objective.members.map(member => member.recorded),
  );
  return [...recorded].flatMap(each => {
    const { bad, total } = partSeries(each);
    const constant = (value: number) => `${printNumber(value)}+0x${times}`;
    return [
      { series: bad, values: constant(rate * share) },
      { series: total, values: constant(rate) },
    ];
  });
}

/** How many alerts fire, by severity. */
export function alerting(
  { subject, objective }: TestedObjective,
  alertname: string,
  ms: number,
  expected: Readonly<Record<string, number>>,
  more = '',
): Check {
  return check(
    `count by (severity) (${seriesOf('ALERTS', subject.id, objective.id).slice(
      0,
      -1,
    )},alertname="${alertname}",alertstate="firing"${more}})`,
    ms,
    Object.entries(expected)
      .filter(([, value]) => value > 0)
      .map(([severity, value]) => ({
        labels: `{severity=${JSON.stringify(severity)}}`,
        value,
      })),
  );
}
