import {
  Indicator,
  Sli,
  Slo,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { DAY } from './services';

const query = (text: string) => ({ source: 'main', spec: { query: text } });

/** Share of requests of a service that did not fail. */
export const failures = (svc: string): Sli => ({
  kind: 'ratio',
  counter: true,
  bad: query(`sum(requests_total{svc="${svc}",code=~"5.."})`),
  total: query(`sum(requests_total{svc="${svc}"})`),
});

/** The same, told by the requests that went well. */
export const successes = (svc: string): Sli => ({
  kind: 'ratio',
  counter: true,
  good: query(`sum(requests_total{svc="${svc}",code="200"})`),
  total: query(`sum(requests_total{svc="${svc}"})`),
});

/** Any other ratio. */
export const ratio = (
  parts: { good?: string; bad?: string; total: string },
  counter = true,
): Sli => ({
  kind: 'ratio',
  counter,
  ...(parts.good ? { good: query(parts.good) } : {}),
  ...(parts.bad ? { bad: query(parts.bad) } : {}),
  total: query(parts.total),
});

export const raw = (
  text: string,
  rawType: 'success' | 'failure' = 'success',
): Sli => ({ kind: 'raw', rawType, query: query(text) });

export const threshold = (
  text: string,
  op: 'lt' | 'lte' | 'gt' | 'gte',
  value: number,
): Sli => ({ kind: 'threshold', query: query(text), op, value });

/** Counted by events. */
export const events = (sli: Sli): Indicator => ({ sli, method: 'Occurrences' });

/** An SLO of one objective over so many rolling days. */
export function sloOf(
  indicator: Indicator,
  target: number,
  days = 30,
  options: Partial<Slo['options']> = {},
): Slo {
  return {
    name: 'availability',
    title: 'Availability',
    description: '',
    labels: {},
    window: {
      kind: 'rolling',
      duration: { count: days, unit: 'd' },
      ms: days * DAY,
    },
    method: indicator.method,
    objectives: [{ id: '1', title: '', target, indicator }],
    conditions: [],
    routes: [],
    options: { emptySlices: 'good', minFailures: 1, mode: 'raw', ...options },
  };
}

/** An SLO as rules are written for it. */
export const subjectOf = (svc: string, slo: Slo): RuleSubject => ({
  id: `component~default~${svc}~${slo.name}`,
  slo,
  entityRef: `component:default/${svc}`,
  serviceTitle: svc,
  tier: 'tier-1',
  owner: 'group:default/sre',
  severities: ['page', 'ticket'],
  portalUrl: `https://portal.example/reliability/slos/${svc}`,
});
