import { mockCredentials } from '@backstage/backend-test-utils';
import {
  KpisQuery,
  kpisQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../../__testUtils__/harness';
import { putIncident } from '../../__testUtils__/incidentData';
import { incidentSection } from '../../__testUtils__/incidentPortal';
import {
  deploy,
  incident,
  setState,
  stateOf,
} from '../../__testUtils__/kpiData';
import { openRankedPortal } from '../../__testUtils__/portal';
import { push } from '../../__testUtils__/push';
import { loadedOf, putSlos, sloOf } from '../../__testUtils__/sloSubjects';

jest.setTimeout(120_000);

const databases = testDatabases();
const TODAY = '2026-11-20';

const reliability = {
  ...incidentSection,
  kpis: {
    targets: { 'repeat-rate': 50 },
    pushed: [
      { id: 'toil', title: 'Toil', fact: 'ci/toil', direction: 'lower' },
    ],
  },
};

describe.each(databases.eachSupportedId())(
  'figures of a programme on %s',
  id => {
    let knex: Knex;
    let harness: Harness;
    let visit = 0;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex, { reliability });
    });

    const get = (query: KpisQuery = {}) =>
      harness.services.programme.kpis.figures.get(
        kpisQuerySchema.parse(query),
        mockCredentials.user(`user:default/reader-${visit++}`),
      );
    const figure = async (name: string, query: KpisQuery = {}) => {
      const { items } = await get(query);
      return items.find(each => each.id === name)!;
    };

    it('know nothing where nothing is known', async () => {
      const { items } = await get();
      const known = items.filter(({ value }) => value !== null);
      expect(known.map(each => each.id)).toEqual([
        'readiness-rate',
        'restore-test-rate',
        'scorecard-coverage',
        'level-share',
      ]);
      expect(await figure('sev1-incidents')).toMatchObject({
        value: null,
        n: 0,
        of: 4,
        met: 'unknown',
      });
    });

    it('count incidents by severity, and judge by the target in force', async () => {
      await incident(knex, 'a', ['best'], NOW - 2 * DAY, 10);
      await incident(knex, 'b', ['even'], NOW - 40 * DAY, 10);
      expect(await figure('sev1-incidents')).toMatchObject({
        value: 1,
        n: 2,
        of: 4,
        met: 'no-target',
      });
      expect(await figure('repeat-rate')).toMatchObject({
        value: 0,
        n: 1,
        target: 50,
        met: 'yes',
      });
    });

    it('compare the median of each service with the RTO of its tier', async () => {
      // Tier 0 allows 15 minutes, tier 1 an hour.
      await incident(knex, 'a', ['best', 'good'], NOW - 2 * DAY, 30);
      const found = await figure('rto-met');
      expect(found).toMatchObject({ value: 50, n: 2 });
    });

    it('see no more of an incident than its visible services', async () => {
      await incident(knex, 'a', ['best', 'good'], NOW - 2 * DAY, 30);
      await incident(knex, 'b', ['good'], NOW - 3 * DAY, 30);
      harness.policy.readable = [refOf('best')];
      const { items, services } = await get();
      expect(services).toBe(1);
      expect(items.find(each => each.id === 'sev1-incidents')).toMatchObject({
        value: 1,
        n: 1,
        of: 1,
      });
    });

    it('count deployments after which the service had an incident within a day', async () => {
      await deploy(knex, 'best', NOW - 5 * DAY);
      await deploy(knex, 'best', NOW - 9 * DAY);
      await deploy(knex, 'good', NOW - 5 * DAY);
      await deploy(knex, 'best', NOW - HOUR);
      await incident(knex, 'a', ['best'], NOW - 5 * DAY + 23 * HOUR, 5);
      await incident(knex, 'b', ['best'], NOW - 8 * DAY, 5);
      await putIncident(knex, 'test', {
        services: ['good'],
        isTest: true,
        stamps: { declared: NOW - 5 * DAY + HOUR },
      });
      const found = await figure('change-failure-rate');
      expect(found).toMatchObject({ n: 3, of: 4, met: 'no' });
      expect(found.value).toBeCloseTo(33.33, 2);
    });

    it('tell SLOs apart by tier, and count what is stale as not known', async () => {
      await putSlos(knex, [
        loadedOf('best', sloOf('one')),
        loadedOf('best', sloOf('two')),
        loadedOf('good', sloOf('three')),
      ]);
      const ids: string[] = await knex('reliability_slos')
        .orderBy('id')
        .pluck('id');
      await harness.services.sync.sweep();
      const [one, two, three] = ids;
      await knex('reliability_slo_states').delete();
      for (const each of ids) await stateOf(knex, each);
      await setState(knex, one, { status: 'healthy', remaining: 0.5 });
      await setState(knex, two, {
        status: 'healthy',
        remaining: 0.5,
        flags: '["stale"]',
      });
      await setState(knex, three, { status: 'breached', remaining: -0.5 });
      const found = await figure('slo-compliance');
      expect(found).toMatchObject({ value: 50, n: 2, of: 3, met: 'no' });
      expect(found.parts.map(part => [part.key, part.value, part.n])).toEqual([
        ['tier-0', 0, 1],
        ['tier-1', 100, 1],
      ]);
    });

    it('read budgets at the end of a day that is over', async () => {
      await putSlos(knex, [loadedOf('best', sloOf('one'))]);
      const [slo] = await knex('reliability_slos').pluck('id');
      const day = (objective: string, remaining: number | null) => ({
        slo_id: slo,
        objective_id: objective,
        day: '2026-11-10',
        remaining,
        corrected: false,
        warnings: '[]',
        evaluated_at: new Date(NOW),
        definition_hash: 'h',
        closed: true,
      });
      await knex('reliability_slo_days').insert([
        day('a', 0.5),
        day('b', null),
      ]);
      const query = { from: '2026-11-01', to: '2026-11-10' };
      expect(await figure('slo-compliance', query)).toMatchObject({
        value: null,
        n: 0,
        of: 1,
      });
      await knex('reliability_slo_days')
        .where({ objective_id: 'b' })
        .update({ remaining: -1 });
      harness.clock.advance(61_000);
      expect((await figure('slo-compliance', query)).value).toBe(0);
    });

    it('tell levels and coverage of the present and of snapshots', async () => {
      await knex('reliability_daily').delete();
      await knex('reliability_daily').insert(
        ['best', 'good'].map(name => ({
          day: '2026-11-15',
          scorecard_id: 'ladder',
          entity_ref: refOf(name),
          level_id: name === 'best' ? 'bronze' : 'none',
          level_index: name === 'best' ? 0 : -1,
          score: 100,
          coverage: name === 'best' ? 1000 : 500,
          tier_id: 'tier-0',
        })),
      );
      const { history, items } = await get({ from: '2026-11-15' });
      expect(history[0]).toEqual({
        day: '2026-11-15',
        services: 2,
        coverage: 75,
        levels: { bronze: 1, none: 1 },
      });
      expect(history.at(-1)).toMatchObject({
        day: TODAY,
        services: 4,
        levels: { silver: 1, bronze: 2, none: 1 },
      });
      const share = items.find(each => each.id === 'level-share');
      expect(share).toMatchObject({ value: 75, n: 4, of: 4, trend: null });
    });

    it('put pushed values together, and know nothing of expired ones', async () => {
      const facts = (name: string, value: number) =>
        push(harness, name, { toil: value });
      await facts('best', 10);
      await facts('good', 20);
      expect(await figure('toil')).toMatchObject({
        value: 15,
        n: 2,
        of: 4,
        coverage: 0.5,
        trend: null,
      });
      harness.clock.advance(60 * DAY);
      expect(await figure('toil')).toMatchObject({ value: null, n: 0 });
    });

    it.each([
      ['owners with the groups below', { owner: 'group:default/company' }, 2],
      ['a tier', { tier: 'tier-0' }, 1],
      ['no tier', { tier: 'untiered' }, 1],
      ['a system', { system: 'system:default/checkout' }, 2],
      ['a domain that is none', { domain: 'domain:default/never' }, 0],
      ['an owner that is none', { owner: '' }, 0],
    ])('are about %s', async (_, query, services) => {
      await knex('reliability_groups')
        .where({ entity_ref: 'group:default/red' })
        .delete();
      await knex('reliability_groups').insert({
        entity_ref: 'group:default/red',
        title: 'Red',
        parent: 'group:default/company',
        misses: 0,
        hash: 'h',
        changed_at: new Date(NOW),
      });
      expect((await get(query)).services).toBe(services);
    });

    it('are computed once a minute for readers who see the same', async () => {
      const first = await get();
      await incident(knex, 'a', ['best'], NOW - DAY, 10);
      expect(await get()).toBe(first);
      harness.clock.advance(61_000);
      expect(await figure('sev1-incidents')).toMatchObject({ value: 1 });
    });

    it('refuse a scorecard that is none', async () => {
      await expect(get({ scorecard: 'never' })).rejects.toThrow(
        'There is no scorecard "never"',
      );
    });
  },
);
