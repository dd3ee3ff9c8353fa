import type {
  SloHistoryResponse,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../src/api';
import {
  objectiveEvaluation,
  serviceSlos,
  sloCorrection,
  sloDiagnostic,
  sloHistory,
  sloResponse,
} from '../src/testUtils/slos';

import { base, ago, objective, empty, burning, members } from './sloObjectives';

const pause = () => new Promise(done => setTimeout(done, 150));

/** SLOs in every status, with every flag. */
export const everySlo: SloResponse[] = [
  sloResponse({
    evaluations: [burning],
    alerts: { page: 1, ticket: 0 },
    corrections: [sloCorrection()],
    evaluatedAt: ago(1),
    drift: {
      state: 'differs',
      checkedAt: ago(7),
      differences: [
        {
          rule: 'PlimsollBurnRatePage1h',
          kind: 'changed',
          expected: 'expr: slo:burn:1h > 0.0144 and slo:burn:5m > 0.0144',
          actual: 'expr: slo:burn:1h > 0.02 and slo:burn:5m > 0.02',
        },
      ],
    },
  }),
  sloResponse({
    name: 'latency',
    title: 'Answers come within 300 milliseconds, for buyers in every region',
    evaluations: [
      objective(-2.5, {
        status: 'breached',
        exhaustion: [{ window: '6h', inMs: 0, at: ago(9000) }],
      }),
    ],
    outlook: {
      rollsOff: { on: '2026-11-23', share: 0.42 },
      backAboveZeroOn: '2026-12-09',
    },
  }),
  sloResponse({
    name: 'journey',
    title: 'Buying something',
    evaluations: members,
    composite: { aggregation: 'weightedSum', target: 995_000 },
  }),
  sloResponse({
    name: 'freshness',
    title: 'The index is fresh',
    method: 'Timeslices',
    evaluations: [
      objectiveEvaluation({
        target: 995_000,
        budget: {
          window: base.companion!.window,
          bad: 21,
          total: 8556,
          sli: 0.99757,
          consumed: 0.4861,
          remaining: 0.5139,
          remainingMs: 6_660_000,
        },
        companion: { ...base.budget, remaining: 0.44, consumed: 0.56 },
        slices: { measured: 8556, expected: 8640, lengthMs: 300_000 },
      }),
    ],
    description: '',
    drift: null,
    hasRules: false,
    mode: 'pushed',
  }),
  sloResponse({
    name: 'tiles',
    title: 'Tiles are drawn',
    status: 'error',
    error:
      'source "prod" answered 422: query processing would load too many samples into memory',
    evaluatedAt: ago(94),
    flags: ['stale'],
    newestSampleAt: ago(96),
  }),
  sloResponse({
    name: 'import',
    title: 'Imports end well',
    evaluations: [empty('no_data')],
    coverage: 0,
    newestSampleAt: null,
    outlook: null,
  }),
  sloResponse({
    name: 'refunds',
    title: 'Refunds are booked',
    evaluations: [empty('no_traffic')],
  }),
  sloResponse({
    name: 'new',
    title: 'New search',
    evaluations: [],
    evaluatedAt: null,
    mode: null,
    coverage: null,
    outlook: null,
    sentQueries: [],
  }),
  sloResponse({
    name: 'young',
    title: 'Gift cards',
    evaluations: [
      objective(1, { flags: ['provisional', 'low_traffic', 'partial'] }),
    ],
    coverage: 0.21,
    warnings: ['store gateway 3 of 4 did not answer'],
    outlook: { rollsOff: null, backAboveZeroOn: null },
  }),
];

function history(id: string): SloHistoryResponse {
  if (id.endsWith('import') || id.endsWith('new')) {
    return sloHistory({ items: [] });
  }
  const fall = id.endsWith('latency') ? 3.3 : 0.5;
  const whole = sloHistory();
  return {
    ...whole,
    items: whole.items.map((row, index) => ({
      ...row,
      remaining:
        index < 4
          ? null
          : 0.96 - index * 0.008 - (index > 17 ? fall : 0) * 0.98 ** index,
      corrected: index === 20,
    })),
  };
}

const rules = `groups:
  - name: plimsoll-component-default-checkout-availability
    interval: 30s
    rules:
      - record: slo:bad:rate5m
        expr: sum(rate(http_requests_total{job="checkout",code=~"5.."}[5m])) or 0 * sum(rate(http_requests_total{job="checkout"}[5m]))
        labels:
          slo: availability
`;

/** The company with SLOs of one service. */
export function slosOf(
  api: ReliabilityApi,
  slos: SloResponse[] = everySlo,
  files = serviceSlos().files,
): ReliabilityApi {
  let current = slos;
  return {
    ...api,
    getServiceSlos: async () => {
      await pause();
      return serviceSlos({ slos: current, files });
    },
    getSloHistory: async id => {
      await pause();
      return history(id);
    },
    getSloRules: async () => rules,
    getServiceSloRules: async () => rules,
    addCorrection: async (id, { from, to, reason }) => {
      await pause();
      current = current.map(slo =>
        slo.id === id
          ? {
              ...slo,
              corrections: [
                ...slo.corrections,
                sloCorrection({ id: reason, from, to, reason, at: ago(0) }),
              ],
            }
          : slo,
      );
      return { slo: current.find(slo => slo.id === id)! };
    },
    removeCorrection: async (id, correction) => {
      current = current.map(slo => ({
        ...slo,
        corrections: slo.corrections.filter(each => each.id !== correction),
      }));
      return { slo: current.find(slo => slo.id === id)! };
    },
  };
}

/** Files with errors and warnings, one that could not be read, one that waits. */
export const brokenFiles = serviceSlos({
  files: [
    {
      file: './slo.yaml',
      url: 'https://git.example/checkout/slo.yaml',
      state: 'read',
      error: null,
      readAt: ago(12),
      diagnostics: [
        sloDiagnostic(),
        sloDiagnostic({
          code: 'unknown-source',
          message:
            'The source "produktion" is not configured. Configured are: prod, pushed.',
          line: 31,
          column: 24,
          path: 'spec.indicator.spec.ratioMetric.total.metricSource.metricSourceRef',
        }),
        sloDiagnostic({
          severity: 'warning',
          code: 'slice-number',
          message:
            'timeSliceWindow: 5 was taken as 5 minutes. Write 5m to be understood by every tool.',
          line: 58,
          column: 9,
          path: 'spec.objectives[0].timeSliceWindow',
        }),
      ],
    },
    {
      file: '../shared/latency.yaml',
      url: null,
      state: 'failed',
      error:
        'The file is outside of the folder of the entity. Only files beside or below catalog-info.yaml are read.',
      readAt: ago(12),
      diagnostics: [],
    },
    {
      file: 'https://git.example/batch/slo.yaml',
      url: 'https://git.example/batch/slo.yaml',
      state: 'pending',
      error: null,
      readAt: null,
      diagnostics: [],
    },
  ],
}).files;
