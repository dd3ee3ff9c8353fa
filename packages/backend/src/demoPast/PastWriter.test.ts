import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { defaultScorecard } from '@plimsoll/backstage-plugin-reliability-common';
import { PastWriter } from './PastWriter';

jest.setTimeout(60_000);

const NOW = Date.parse('2026-11-21T12:00:00Z');
const { checks } = defaultScorecard;
const migrations = resolvePackagePath(
  '@plimsoll/backstage-plugin-reliability-backend',
  'migrations',
);

const version = {
  definition: defaultScorecard,
  rules: {},
  paths: Object.fromEntries(checks.map(({ id }) => [id, ['entity.x']])),
  facts: ['entity.x'],
};

const report = (name: string) => ({
  scorecard_id: 'reliability',
  entity_ref: `component:default/${name}`,
  rank_key: name,
  level_index: 2,
  level_id: 'gold',
  score: 1000,
  coverage: 1000,
  tier_id: 'tier-1',
  tier_rank: 1,
  sort_title: name,
  owner: 'group:default/a',
  search: name,
  outcomes: checks.map(() => 'p').join(''),
  needs_attention: false,
  item: '{}',
  trend_score: 1000,
  trend_day: '2026-11-21',
  scorecard_hash: 'now',
  assessed_at: new Date(NOW),
  report: JSON.stringify({ values: ['here'], from: [0] }),
});

const step = (at: number) => ({
  scorecard_id: 'reliability',
  entity_ref: 'component:default/pay',
  changed_at: new Date(at),
  level_to: 'gold',
  score_to: 1000,
  coverage: 1000,
  flips: '[]',
  scorecard_hash: 'now',
});

const campaign = (id: string, startsAt: string) => ({
  id,
  title: id,
  goal: '',
  owner: 'group:default/a',
  state: 'running',
  starts_at: startsAt,
  due_at: '2027-01-01',
  scorecard_id: 'reliability',
  scope: JSON.stringify({
    filter: { tier: ['tier-1'] },
    checks: ['runbook', 'dashboard'],
    items: [],
  }),
  created_by: 'x',
  created_at: new Date(NOW),
  changed_by: 'x',
  changed_at: new Date(NOW),
  version: 1,
});

const decision = (id: string, key: string | null) => ({
  id,
  entity_ref: 'component:default/pay',
  key,
  at: new Date(NOW),
  decision: 'allow',
  state: 'clear',
  headline: 'Go',
  reasons: '[]',
  asked_by: 'x',
});

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('PastWriter on %s', id => {
  const open = async (firstStep = NOW - 60_000) => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrations });
    await knex('reliability_scorecard_versions').insert({
      hash: 'now',
      scorecard_id: 'reliability',
      definition: JSON.stringify(version),
      first_used_at: new Date(NOW),
    });
    const names = Array.from({ length: 12 }, (_, index) => `pay-${index}`);
    await knex('reliability_reports').insert(names.map(report));
    await knex('reliability_history').insert(step(firstStep));
    return { knex, writer: new PastWriter(knex) };
  };

  it('waits until the reports are filled', async () => {
    const { knex, writer } = await open(NOW - 5_000);
    expect(await writer.write(NOW)).toBe(false);
    expect(await knex('reliability_daily')).toEqual([]);
    expect(await writer.write(NOW + 60_000)).toBe(true);
  });

  it('writes days, steps in the order of time, earlier rules and trends, once', async () => {
    const { knex, writer } = await open();
    expect(await writer.write(NOW)).toBe(true);

    const days = await knex('reliability_daily').orderBy('day');
    expect(days).toHaveLength(12 * 90);
    expect([days[0].day, days[days.length - 1].day]).toEqual([
      '2026-08-23',
      '2026-11-20',
    ]);
    expect(days[days.length - 1]).toMatchObject({
      level_id: 'gold',
      score: 1000,
      scorecard_hash: 'now',
      owner: 'group:default/a',
    });
    const steps = await knex('reliability_history').orderBy('id');
    const times = steps.map(({ changed_at }) => +new Date(changed_at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(steps.filter(({ cause }) => cause === null)).toHaveLength(12);
    expect(await knex('reliability_scorecard_versions')).toHaveLength(2);
    const [{ trend_day, trend_score, change }] = await knex(
      'reliability_reports',
    ).orderBy('trend_score');
    expect(trend_day).toBe('2026-10-22');
    expect(trend_score).toBeLessThan(1000);
    expect(Number(change)).toBeGreaterThan(0);

    expect(await writer.write(NOW + 1000)).toBe(true);
    expect(await knex('reliability_daily')).toHaveLength(12 * 90);
    expect(await knex('reliability_history')).toHaveLength(steps.length);
  });

  it('fills the days of campaigns that began before, and dates decisions by their keys', async () => {
    const { knex, writer } = await open();
    await writer.write(NOW);
    await knex('reliability_campaigns').insert([
      campaign('old', '2026-11-11'),
      campaign('new', '2026-11-21'),
    ]);
    await knex('reliability_gate_decisions').insert([
      decision('a', 'demo/3/pay-1'),
      decision('b', 'demo/0/pay-2'),
      decision('c', 'run-7'),
      decision('d', null),
    ]);
    await writer.write(NOW);
    await writer.write(NOW + 1000);

    const all = await knex('reliability_campaign_daily')
      .where({ owner: '' })
      .orderBy('day');
    expect(all.map(({ campaign_id, day }) => `${campaign_id} ${day}`)).toEqual(
      Array.from({ length: 10 }, (_, index) => `old 2026-11-${11 + index}`),
    );
    expect(all[9]).toMatchObject({
      total: 12,
      done: 12,
      exempt: 0,
      unknown: 0,
    });
    const decisions = await knex('reliability_gate_decisions').orderBy('id');
    expect(decisions.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-11-18T12:00:00.000Z',
      '2026-11-21T12:00:00.000Z',
      '2026-11-21T12:00:00.000Z',
      '2026-11-21T12:00:00.000Z',
    ]);
  });
});
