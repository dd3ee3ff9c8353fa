const time = new Date('2026-11-20T12:00:00Z');
const ref = 'component:default/pay';

/** One row for each table of the load line, with only what must be there. */
export const gateRows: Record<string, object> = {
  reliability_gate_decisions: {
    id: 'd1',
    entity_ref: ref,
    at: time,
    decision: 'hold',
    state: 'held',
    headline: 'Hold: the budget is spent',
    reasons: '[]',
    asked_by: 'user:default/ada',
  },
  reliability_gate_waivers: {
    id: 'w1',
    entity_ref: ref,
    reason: 'Launch',
    until: time,
    given_by: 'user:default/ada',
    given_at: time,
  },
};

/** What each table holds, in words. */
export const gateTables: [string, string][] = [
  ['a decision of the load line', 'reliability_gate_decisions'],
  ['a waiver', 'reliability_gate_waivers'],
];

/** Names of their keys and indexes, sorted. */
export const gateIndexes = [
  'reliability_gate_decisions_key',
  'reliability_gate_decisions_pk',
  'reliability_gate_decisions_service_idx',
  'reliability_gate_decisions_time_idx',
  'reliability_gate_waivers_pk',
  'reliability_gate_waivers_service_idx',
  'reliability_gate_waivers_time_idx',
];
