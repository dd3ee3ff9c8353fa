/** One row for each table of promises, with only what must be there. */
export const promiseRows: Record<string, object> = {
  reliability_dependencies: {
    entity_ref: 'component:default/pay',
    depends_on: 'component:default/ledger',
    via: 'depends-on',
  },
  reliability_promises: {
    entity_ref: 'component:default/pay',
    tier_id: 'tier-0',
    honesty_key: '000:component:default/pay',
    promise_key: '0:000:component:default/pay',
    inversions: 0,
    proposed: false,
    verdict: 'unknown',
    record: '{}',
  },
};

/** Tables of which a row is there once, in words. */
export const promiseTables: [string, string][] = [
  ['a dependency', 'reliability_dependencies'],
  ['a promise', 'reliability_promises'],
];

/** Keys and indexes, as PostgreSQL knows them. */
export const promiseIndexes = [
  'reliability_dependencies_pk',
  'reliability_dependencies_target_idx',
  'reliability_promises_honesty_idx',
  'reliability_promises_pkey',
  'reliability_promises_promise_idx',
];
