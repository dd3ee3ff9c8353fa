const time = new Date('2026-11-20T12:00:00Z');

/** One row for each table of campaigns, with only what must be there. */
export const campaignRows: Record<string, object> = {
  reliability_campaigns: {
    id: 'c',
    title: 'Restores are tested',
    goal: '',
    owner: 'group:default/red',
    state: 'draft',
    starts_at: '2026-12-01',
    due_at: '2027-03-31',
    scorecard_id: 'reliability',
    scope: '{}',
    open_key: 'k',
    created_by: 'user:default/ada',
    created_at: time,
    changed_by: 'user:default/ada',
    changed_at: time,
    version: 1,
  },
  reliability_campaign_daily: {
    campaign_id: 'c',
    owner: '',
    day: '2026-12-01',
    total: 3,
    done: 1,
    exempt: 0,
    unknown: 0,
  },
  reliability_campaign_events: {
    id: 1,
    campaign_id: 'c',
    at: time,
    action: 'create',
    fields: '[]',
    note: '',
  },
};

export const campaignTables: [string, string][] = [
  ['a campaign', 'reliability_campaigns'],
  ['a day of a campaign', 'reliability_campaign_daily'],
  ['what was decided about a campaign', 'reliability_campaign_events'],
];

/** Names of their keys and indexes, sorted. */
export const campaignIndexes = [
  'reliability_campaign_daily_day_idx',
  'reliability_campaign_daily_pk',
  'reliability_campaign_events_idx',
  'reliability_campaign_events_pkey',
  'reliability_campaigns_open_key_uq',
  'reliability_campaigns_pk',
  'reliability_campaigns_state_idx',
];
