/** Without these an incident cannot be read, or a query would say nothing. */
export const NEEDED = ['sys_id', 'sys_updated_on', 'opened_at', 'state'];

/** What an incident is asked for; what an instance has not is left out. */
export const INCIDENT = [
  ...NEEDED,
  'sys_created_on',
  'number',
  'short_description',
  'priority',
  'resolved_at',
  'closed_at',
  'reopened_time',
  'business_service',
  'cmdb_ci',
  'u_backstage_entity_id',
  'assigned_to',
  'assigned_to.email',
  'parent_incident',
  'problem_id',
  'caused_by',
];

export const PROBLEM = [
  'sys_id',
  'number',
  'short_description',
  'state',
  'active',
  'resolved_at',
  'closed_at',
];

export const PROBLEM_TASK = [
  'sys_id',
  'number',
  'short_description',
  'state',
  'active',
  'closure_code',
  'problem',
  'assigned_to',
  'assigned_to.email',
  'due_date',
  'closed_at',
];
