import {
  SloFlag,
  SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { timeOf } from '../database/sql';
import {
  DueState,
  SloState,
  SloStateWrite,
  statusRank,
  StoredCoverage,
  StoredDrift,
  StoredEvaluation,
  WholeSloState,
} from './sloState';

type Time = Date | number;

export type StateRow = {
  slo_id: string;
  status: SloStatus;
  value_status: SloStatus | null;
  status_rank: number;
  flags: string;
  target: number;
  sli: number | null;
  remaining: number | null;
  remaining_ms: number | null;
  burn: number | null;
  exhausted_at: Time | null;
  pages: number;
  tickets: number;
  window_from: Time | null;
  window_to: Time | null;
  error: string | null;
  failures: number;
  evaluated_at: Time | null;
  tried_at: Time | null;
  next_try_at: Time;
  definition_hash: string | null;
  evaluation: string | null;
  coverage: string | null;
  coverage_at: Time | null;
  drift: string | null;
  drift_at: Time | null;
  facts_key: string | null;
  history_due_at: Time;
};

export const STATES = 'reliability_slo_states';

/** The columns of a {@link SloState}. */
export const STATE_COLUMNS = [
  'slo_id',
  'status',
  'value_status',
  'status_rank',
  'flags',
  'target',
  'sli',
  'remaining',
  'remaining_ms',
  'burn',
  'exhausted_at',
  'pages',
  'tickets',
  'window_from',
  'window_to',
  'error',
  'failures',
  'evaluated_at',
  'tried_at',
  'next_try_at',
  'definition_hash',
  'coverage',
  'facts_key',
] as const satisfies readonly (keyof StateRow)[];

/** The columns of a {@link DueState}. */
export const DUE_COLUMNS = [
  'slo_id',
  'failures',
  'evaluated_at',
  'definition_hash',
  'facts_key',
  'coverage',
  'coverage_at',
] as const satisfies readonly (keyof StateRow)[];

const time = (value: Time | null) => (value === null ? null : timeOf(value));

const date = (value: number | null) =>
  value === null ? null : new Date(value);

const coverageOf = ({ coverage }: Pick<StateRow, 'coverage'>) =>
  coverage === null ? null : (JSON.parse(coverage) as StoredCoverage);

export function fromStateRow(
  row: Pick<StateRow, (typeof STATE_COLUMNS)[number]>,
): SloState {
  return {
    sloId: row.slo_id,
    status: row.status,
    valueStatus: row.value_status,
    flags: JSON.parse(row.flags) as SloFlag[],
    target: row.target,
    sli: row.sli,
    remaining: row.remaining,
    remainingMs: row.remaining_ms,
    burn: row.burn,
    exhaustedAt: time(row.exhausted_at),
    pages: row.pages,
    tickets: row.tickets,
    windowFrom: time(row.window_from),
    windowTo: time(row.window_to),
    error: row.error,
    failures: row.failures,
    evaluatedAt: time(row.evaluated_at),
    triedAt: time(row.tried_at),
    nextTryAt: timeOf(row.next_try_at),
    definitionHash: row.definition_hash,
    coverage: coverageOf(row),
    factsKey: row.facts_key,
  };
}

export function fromWholeRow(row: StateRow): WholeSloState {
  return {
    ...fromStateRow(row),
    evaluation:
      row.evaluation === null
        ? null
        : (JSON.parse(row.evaluation) as StoredEvaluation),
    drift: row.drift === null ? null : (JSON.parse(row.drift) as StoredDrift),
    driftAt: time(row.drift_at),
  };
}

export function fromDueRow(
  row: Pick<StateRow, (typeof DUE_COLUMNS)[number]>,
): DueState {
  return {
    sloId: row.slo_id,
    failures: row.failures,
    evaluatedAt: time(row.evaluated_at),
    definitionHash: row.definition_hash,
    factsKey: row.facts_key,
    coverage: coverageOf(row),
    coverageAt: time(row.coverage_at),
  };
}

/** The columns of an SLO that was never evaluated. */
export function pendingRow(sloId: string, target: number, now: number) {
  return {
    slo_id: sloId,
    status: 'pending' as SloStatus,
    value_status: null,
    status_rank: statusRank('pending'),
    flags: '[]',
    target,
    sli: null,
    remaining: null,
    remaining_ms: null,
    burn: null,
    exhausted_at: null,
    pages: 0,
    tickets: 0,
    window_from: null,
    window_to: null,
    error: null as string | null,
    failures: 0,
    evaluated_at: null,
    tried_at: null as Date | null,
    next_try_at: new Date(now),
    definition_hash: null,
    evaluation: null,
    coverage: null,
    coverage_at: null,
    drift: null,
    drift_at: null,
    facts_key: null as string | null,
    history_due_at: new Date(now),
  };
}

type Evaluated = Extract<SloStateWrite['outcome'], { kind: 'evaluated' }>;

/** The columns that an evaluation writes. */
export function evaluatedRow(write: SloStateWrite, outcome: Evaluated) {
  const { summary, evaluation, coverage } = outcome;
  return {
    slo_id: write.sloId,
    status: summary.status,
    value_status: summary.status,
    status_rank: statusRank(summary.status),
    flags: JSON.stringify(summary.flags),
    target: summary.target,
    sli: summary.sli,
    remaining: summary.remaining,
    remaining_ms: summary.remainingMs,
    burn: summary.burn,
    exhausted_at: date(summary.exhaustedAt),
    pages: summary.pages,
    tickets: summary.tickets,
    window_from: date(summary.windowFrom),
    window_to: date(summary.windowTo),
    error: null,
    failures: 0,
    evaluated_at: new Date(outcome.evaluatedAt),
    tried_at: new Date(write.triedAt),
    next_try_at: new Date(write.nextTryAt),
    definition_hash: outcome.definitionHash,
    evaluation: JSON.stringify(evaluation),
    facts_key: write.factsKey,
    history_due_at: new Date(write.triedAt),
    ...(coverage && {
      coverage: JSON.stringify(coverage),
      coverage_at: new Date(write.triedAt),
    }),
  };
}

/** The columns that a failed try writes; the others are only there for a row that is not. */
export function failedRow(
  write: SloStateWrite,
  outcome: Extract<SloStateWrite['outcome'], { kind: 'failed' }>,
) {
  return {
    ...pendingRow(write.sloId, 0, write.triedAt),
    status: 'error' as SloStatus,
    status_rank: statusRank('error'),
    error: outcome.error,
    failures: outcome.failures,
    tried_at: new Date(write.triedAt),
    next_try_at: new Date(write.nextTryAt),
    facts_key: write.factsKey,
  };
}
