import type {
  ObjectiveEvaluationItem,
  ServiceSlosResponse,
  SloCorrection,
  SloDiagnosticItem,
  SloHistoryResponse,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { NOW } from './levels';

const DAY = 86_400_000;
const at = (offset: number) => new Date(Date.parse(NOW) + offset).toISOString();

const rolling = {
  kind: 'rolling',
  duration: '30d',
  from: at(-30 * DAY),
  to: NOW,
} as const;

const calendar = {
  kind: 'calendar',
  duration: '1M',
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-12-01T00:00:00.000Z',
  timeZone: 'UTC',
} as const;

/** One objective of 99.9 % over 30 days, with 62 % of its budget left and nothing on. */
export function objectiveEvaluation(
  overrides: Partial<ObjectiveEvaluationItem> = {},
): ObjectiveEvaluationItem {
  return {
    id: '1',
    title: '',
    target: 999_000,
    weight: null,
    status: 'healthy',
    flags: [],
    budget: {
      window: rolling,
      bad: 820.8,
      total: 2_160_392,
      sli: 0.99962,
      consumed: 0.38,
      remaining: 0.62,
      remainingMs: 1_607_040,
    },
    uncorrected: null,
    companion: {
      window: calendar,
      bad: 410,
      total: 1_404_000,
      sli: 0.99971,
      consumed: 0.19,
      remaining: 0.81,
      remainingMs: 2_099_520,
    },
    burns: [
      { window: '5m', rate: 0, bad: 0, total: 250 },
      { window: '30m', rate: 0.2, bad: 0.3, total: 1500 },
      { window: '1h', rate: 0.4, bad: 1.2, total: 3000 },
      { window: '2h', rate: 0.5, bad: 3, total: 6000 },
      { window: '6h', rate: 0.6, bad: 10.8, total: 18_000 },
      { window: '1d', rate: 0.5, bad: 36, total: 72_000 },
      { window: '3d', rate: 0.4, bad: 86, total: 216_000 },
    ],
    alerts: [
      {
        severity: 'page',
        long: '1h',
        short: '5m',
        factor: 14.4,
        threshold: 0.0144,
        budgetPercent: 2,
        longBurn: 0.4,
        shortBurn: 0,
        state: 'off',
        reason:
          'Off: the last 1h burn at 0.4× and the last 5m at 0×; both must be above 14.4×.',
      },
      {
        severity: 'ticket',
        long: '3d',
        short: '6h',
        factor: 1,
        threshold: 0.001,
        budgetPercent: 10,
        longBurn: 0.4,
        shortBurn: 0.6,
        state: 'off',
        reason:
          'Off: the last 3d burn at 0.4× and the last 6h at 0.6×; both must be above 1×.',
      },
    ],
    exhaustion: (['6h', '5m', '30m', '1h', '2h', '1d', '3d'] as const).map(
      window => ({ window, inMs: null, at: null }),
    ),
    slices: null,
    ...overrides,
  };
}

/** An SLO of `serviceResponse()`; what is said of the whole follows from the first evaluation. */
export function sloResponse(overrides: Partial<SloResponse> = {}): SloResponse {
  const { evaluations = [objectiveEvaluation()], name = 'availability' } =
    overrides;
  const [worst] = evaluations;
  return {
    id: `component~default~checkout~${name}`,
    name,
    title: 'Requests succeed',
    entityRef: 'component:default/checkout',
    serviceTitle: 'Checkout',
    owner: 'group:default/payments',
    tier: { id: 'tier-0', name: 'Mission critical' },
    target: worst?.target ?? 999_000,
    method: 'Occurrences',
    window: worst?.budget.window ?? rolling,
    status: worst?.status ?? 'pending',
    flags: worst?.flags ?? [],
    sli: worst?.budget.sli ?? null,
    remaining: worst?.budget.remaining ?? null,
    remainingMs: worst?.budget.remainingMs ?? null,
    burn: worst?.burns.find(burn => burn.window === '6h')?.rate ?? null,
    exhaustedAt: worst?.exhaustion[0]?.at ?? null,
    alerts: { page: 0, ticket: 0 },
    objectives: Math.max(1, evaluations.length),
    source: 'prod',
    error: null,
    evaluatedAt: NOW,
    description: 'Answers to buyers that are no server error.',
    labels: {},
    composite: null,
    coverage: 1,
    newestSampleAt: at(-30_000),
    mode: 'raw',
    queries: [
      {
        role: 'bad',
        objective: null,
        source: 'prod',
        written: 'sum(http_requests_total{job="checkout",code=~"5.."})',
      },
      {
        role: 'total',
        objective: null,
        source: 'prod',
        written: 'sum(http_requests_total{job="checkout"})',
      },
    ],
    sentQueries: [
      'sum(increase(http_requests_total{code=~"5..",job="checkout"}[30d]))',
    ],
    warnings: [],
    evaluations,
    outlook: {
      rollsOff: { on: '2026-11-23', share: 0.12 },
      backAboveZeroOn: null,
    },
    routes: [
      { name: 'payments-page', target: 'pager', description: 'Payments' },
    ],
    runbook: 'https://runbooks.example/checkout',
    reviewedOn: '2026-09-01',
    corrections: [],
    drift: { state: 'same', checkedAt: NOW, differences: [] },
    hasRules: true,
    file: './slo.yaml',
    fileUrl: 'https://git.example/checkout/slo.yaml',
    mayCorrect: true,
    ...overrides,
  };
}

/** An hour that was taken out of a budget. */
export function sloCorrection(
  overrides: Partial<SloCorrection> = {},
): SloCorrection {
  return {
    id: 'c1',
    from: '2026-11-10T02:00:00.000Z',
    to: '2026-11-10T03:00:00.000Z',
    reason: 'Announced maintenance of the database',
    by: 'user:default/jane.osei',
    at: '2026-11-10T09:00:00.000Z',
    ...overrides,
  };
}

/** Something that is wrong in a document. */
export function sloDiagnostic(
  overrides: Partial<SloDiagnosticItem> = {},
): SloDiagnosticItem {
  return {
    severity: 'error',
    code: 'target-missing',
    message: 'The objective has no target. Add target or targetPercent.',
    file: './slo.yaml',
    line: 12,
    column: 5,
    path: 'spec.objectives[0]',
    ...overrides,
  };
}

/** What the backend answers about the SLOs of a service. */
export function serviceSlos(
  overrides: Partial<ServiceSlosResponse> = {},
): ServiceSlosResponse {
  return {
    entityRef: 'component:default/checkout',
    tier: { id: 'tier-0', name: 'Mission critical' },
    tierTarget: 999_500,
    slos: [sloResponse()],
    files: [
      {
        file: './slo.yaml',
        url: 'https://git.example/checkout/slo.yaml',
        state: 'read',
        error: null,
        readAt: NOW,
        diagnostics: [],
      },
    ],
    ...overrides,
  };
}

/** Thirty days in which the budget falls from 100 % to 62 %. */
export function sloHistory(
  overrides: Partial<SloHistoryResponse> = {},
): SloHistoryResponse {
  return {
    objective: '1',
    timeZone: 'UTC',
    items: Array.from({ length: 30 }, (_, index) => ({
      day: at((index - 30) * DAY).slice(0, 10),
      bad: index === 12 ? 480 : 12,
      total: 72_000,
      coverage: 1,
      sli: index === 12 ? 0.9933 : 0.9998,
      remaining: (index < 12 ? 0.98 : 0.75) - index * 0.004,
      corrected: false,
      warnings: [],
      evaluatedAt: NOW,
    })),
    ...overrides,
  };
}
