import {
  COMPOSITE,
  SloEvaluation,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SloSummary } from './sloState';

/** What lists show of an evaluation: the numbers of its worst objective. */
export function summarise(evaluation: SloEvaluation): SloSummary {
  const { objectives, worst, status, flags } = evaluation;
  const shown = objectives.find(({ id }) => id === worst) ?? objectives[0];
  const { budget, burns, exhaustion } = shown;
  // The alerts of a composite are those of the whole; its members have none of their own.
  const alerting =
    objectives[0].id === COMPOSITE ? objectives.slice(0, 1) : objectives;
  const firing = alerting
    .flatMap(({ alerts }) => alerts)
    .filter(({ state }) => state === 'firing');
  const count = (severity: string) =>
    firing.filter(alert => alert.severity === severity).length;
  return {
    status,
    flags,
    target: shown.target,
    sli: budget.sli,
    remaining: budget.remaining,
    remainingMs: budget.remainingMs,
    burn: burns.find(({ window }) => window === '6h')?.rate ?? null,
    exhaustedAt: exhaustion[0]?.at ?? null,
    pages: count('page'),
    tickets: count('ticket'),
    windowFrom: budget.window.from,
    windowTo: budget.window.to,
  };
}

/** What the facts of a service are made of; numbers in percent. */
interface FactsKey {
  readonly failed: boolean;
  readonly status: string | null;
  readonly flags: readonly string[];
  readonly remaining: number | null;
  readonly coverage: number | null;
}

const moved = (one: number | null, other: number | null) =>
  one === null || other === null ? one !== other : Math.abs(one - other) >= 1;

const percent = (share: number | null) =>
  share === null ? null : Number((share * 100).toFixed(2));

/**
 * A text that differs from the one before where a score could: a status, a flag, or a percent of the budget
 * or of the coverage. A service is not assessed again every minute because of noise.
 */
export function factsKey(
  before: string | null,
  now: {
    readonly summary: Pick<SloSummary, 'status' | 'flags' | 'remaining'>;
    readonly coverage: number | null;
  },
): string {
  const { summary, coverage } = now;
  const next: FactsKey = {
    failed: false,
    status: summary.status,
    flags: [...summary.flags].sort(),
    remaining: percent(summary.remaining),
    coverage: percent(coverage),
  };
  if (before !== null) {
    const last = JSON.parse(before) as FactsKey;
    const isSame =
      !last.failed &&
      last.status === next.status &&
      last.flags.join() === next.flags.join() &&
      !moved(last.remaining, next.remaining) &&
      !moved(last.coverage, next.coverage);
    if (isSame) return before;
  }
  return JSON.stringify(next);
}

/** The same after a try that failed: the values stay. */
export function failedFactsKey(before: string | null): string {
  const last: FactsKey =
    before === null
      ? {
          failed: true,
          status: null,
          flags: [],
          remaining: null,
          coverage: null,
        }
      : (JSON.parse(before) as FactsKey);
  return JSON.stringify({ ...last, failed: true });
}
