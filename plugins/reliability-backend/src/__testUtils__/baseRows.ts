const time = new Date('2026-11-20T12:00:00Z');

const service = {
  entity_ref: 'component:default/pay',
  title: 'Pay',
  scorecards: '[]',
  facts: '{}',
  hash: 'h',
  changed_at: time,
  first_seen_at: time,
};

const report = {
  scorecard_id: 'reliability',
  entity_ref: 'component:default/pay',
  rank_key: 'a',
  level_index: 0,
  level_id: 'bronze',
  score: 500,
  coverage: 1000,
  tier_id: 'tier-1',
  tier_rank: 1,
  sort_title: 'pay',
  search: 'pay',
  outcomes: 'p',
  needs_attention: false,
  item: '{}',
  trend_score: 500,
  trend_day: '2026-11-20',
  scorecard_hash: 'h',
  assessed_at: time,
  report: '{}',
};

/** One row for each table of services, their facts and reports, with only what must be there. */
export const baseRows: Record<string, object> = {
  reliability_services: service,
  reliability_sweeps: {
    source: 'catalog',
    completed_at: time,
    seen: 1,
    changed: 1,
  },
  reliability_tier_overrides: {
    entity_ref: 'component:default/pay',
    tier: 'tier-1',
    reason: 'because',
    set_by: 'user:default/ada',
    set_at: time,
  },
  reliability_tier_changes: {
    entity_ref: 'component:default/pay',
    action: 'set',
    tier: 'tier-1',
    reason: 'because',
    changed_by: 'user:default/ada',
    changed_at: time,
  },
  reliability_facts: {
    entity_ref: 'component:default/pay',
    source: 'ci',
    key: 'coverage',
    value: '80',
    observed_at: time,
  },
  reliability_scorecard_versions: {
    hash: 'h',
    scorecard_id: 'reliability',
    definition: '{}',
    first_used_at: time,
  },
  reliability_reports: report,
  reliability_report_removals: {
    scorecard_id: 'reliability',
    entity_ref: 'component:default/gone',
    change: 7,
  },
  reliability_history: {
    scorecard_id: 'reliability',
    entity_ref: 'component:default/pay',
    changed_at: time,
    level_to: 'bronze',
    score_to: 500,
    coverage: 1000,
    flips: '[]',
    scorecard_hash: 'h',
  },
  reliability_daily: {
    day: '2026-11-20',
    scorecard_id: 'reliability',
    entity_ref: 'component:default/pay',
    level_id: 'bronze',
    level_index: 0,
    score: 500,
    coverage: 1000,
    tier_id: 'tier-1',
  },
};
