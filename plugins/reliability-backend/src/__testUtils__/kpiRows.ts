const time = new Date('2026-11-20T12:00:00Z');

/** One row for each table of the register of risks, with only what must be there. */
export const kpiRows: Record<string, object> = {
  reliability_risks: {
    id: '6f1e1f0c-2f0a-4e6e-9d53-0a3f7f1d2b11',
    title: 'One person knows the ledger',
    description: '',
    likelihood: 3,
    impact: 4,
    owner: 'group:default/red',
    mitigation: '',
    review_by: '2026-12-24',
    state: 'open',
    version: 1,
    created_by: 'user:default/ada',
    created_at: time,
    changed_by: 'user:default/ada',
    changed_at: time,
  },
  reliability_risk_services: {
    risk_id: '6f1e1f0c-2f0a-4e6e-9d53-0a3f7f1d2b11',
    entity_ref: 'component:default/pay',
  },
};

/** Tables of which a row is there once, in words. */
export const kpiTables: [string, string][] = [
  ['a risk', 'reliability_risks'],
  ['a service of a risk', 'reliability_risk_services'],
];

/** Keys and indexes, as PostgreSQL knows them. */
export const kpiIndexes = [
  'reliability_risk_services_pk',
  'reliability_risk_services_service_idx',
  'reliability_risks_check_key',
  'reliability_risks_pkey',
];
