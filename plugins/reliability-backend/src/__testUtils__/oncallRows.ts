const time = new Date('2026-11-20T12:00:00Z');
const ref = 'component:default/pay';
const rotation = 'main:schedule:P1';

/** One row for each table of on-call, with only what must be there. */
export const oncallRows: Record<string, object> = {
  reliability_people: {
    entity_ref: 'user:default/ada',
    name: 'Ada',
    name_key: 'ada',
    groups: '[]',
    misses: 0,
    hash: 'h',
    changed_at: time,
  },
  reliability_groups: {
    entity_ref: 'group:default/payments',
    title: 'Payments',
    misses: 0,
    hash: 'h',
    changed_at: time,
  },
  reliability_oncall_links: {
    entity_ref: ref,
    rotation_id: rotation,
    position: 0,
    account: 'main',
    kind: 'schedule',
    ref_id: 'P1',
    origin: 'entity',
    annotation: 'plimsoll.dev/oncall',
  },
  reliability_oncall_services: {
    entity_ref: ref,
    problems: '[]',
    findings: '[]',
    words: '',
    changed_at: time,
  },
  reliability_oncall_rotations: {
    id: rotation,
    account: 'main',
    kind: 'schedule',
    ref_id: 'P1',
    title: 'P1',
    gaps: 'unknown',
    warnings: '[]',
    failures: 0,
    next_due_at: time,
    changed_at: time,
  },
  reliability_oncall_shifts: {
    rotation_id: rotation,
    position: 0,
    source: 'rotation',
    shadow: false,
  },
  reliability_oncall_responders: {
    id: 'main|U1',
    account: 'main',
    external_id: 'U1',
    name: 'Ada',
    left: false,
    changed_at: time,
  },
  reliability_oncall_accounts: { name: 'main', failures: 0 },
};

/** What each table holds, in words. */
export const oncallTables: [string, string][] = [
  ['a person', 'reliability_people'],
  ['a group', 'reliability_groups'],
  ['a rotation of a service', 'reliability_oncall_links'],
  ['what is known of the on-call of a service', 'reliability_oncall_services'],
  ['a rotation', 'reliability_oncall_rotations'],
  ['a shift', 'reliability_oncall_shifts'],
  ['somebody on call', 'reliability_oncall_responders'],
  ['an account', 'reliability_oncall_accounts'],
];

/** Names of their keys and indexes, sorted. */
export const oncallIndexes = [
  'reliability_groups_pk',
  'reliability_oncall_accounts_pk',
  'reliability_oncall_links_account_idx',
  'reliability_oncall_links_pk',
  'reliability_oncall_links_rotation_idx',
  'reliability_oncall_responders_email_idx',
  'reliability_oncall_responders_pk',
  'reliability_oncall_responders_user_idx',
  'reliability_oncall_rotations_due_idx',
  'reliability_oncall_rotations_pk',
  'reliability_oncall_services_gap_idx',
  'reliability_oncall_services_pk',
  'reliability_oncall_shifts_end_idx',
  'reliability_oncall_shifts_pk',
  'reliability_oncall_shifts_responder_idx',
  'reliability_oncall_shifts_rotation_idx',
  'reliability_people_email_idx',
  'reliability_people_name_idx',
  'reliability_people_pk',
];
