import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ListIncidentsQuery,
  listIncidentsQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { openIncidentPortal } from '../__testUtils__/incidentPortal';

jest.setTimeout(60_000);

const databases = testDatabases();
const MAP = 'reliability.incident.map';
/** Longer than counts are remembered. */
const SECONDS = 3000;
const iso = (time: number) => new Date(time).toISOString();

describe.each(databases.eachSupportedId())('incidents on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openIncidentPortal(knex);
  });

  beforeEach(() => {
    harness.policy.readable = 'all';
    harness.policy.denied.clear();
    harness.policy.denied.add(MAP);
    // Decisions of the test before are over.
    harness.clock.now = NOW;
  });

  let visit = 0;
  const list = (query: ListIncidentsQuery = {}) => {
    // Counts that are remembered are over.
    harness.clock.advance(SECONDS);
    return harness.services.incidentList.list(
      listIncidentsQuerySchema.parse(query),
      mockCredentials.user(`user:default/reader-${visit++}`),
    );
  };
  const ids = async (query: ListIncidentsQuery = {}) =>
    (await list(query)).items.map(item => item.id.split(':')[1]);

  describe('are in the order', () => {
    it.each<[string, ListIncidentsQuery, string[]]>([
      ['of their start', {}, ['open', 'again', 'felt', 'old', 'private']],
      [
        'of their start, the oldest first',
        { order: 'asc' },
        ['private', 'old', 'felt', 'again', 'open'],
      ],
      [
        'of severity, what is not mapped behind, the newest of them first',
        { orderBy: 'severity' },
        ['open', 'old', 'felt', 'again', 'private'],
      ],
      [
        'of severity, the mildest first',
        { orderBy: 'severity', order: 'asc' },
        ['felt', 'old', 'open', 'again', 'private'],
      ],
      [
        'of how long they lasted',
        { orderBy: 'duration' },
        ['old', 'open', 'felt', 'again', 'private'],
      ],
      [
        'of how long they lasted, the shortest first',
        { orderBy: 'duration', order: 'asc' },
        ['again', 'felt', 'open', 'old', 'private'],
      ],
      [
        'of their last change',
        { orderBy: 'updated' },
        ['open', 'again', 'felt', 'old', 'private'],
      ],
    ])('%s', async (_, query, expected) => {
      expect(await ids(query)).toEqual(expected);
      // Page by page it is the same list, also when open ones last longer meanwhile.
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ ...query, limit: 1, cursor });
        expect(page.totalItems).toBe(expected.length);
        paged.push(...page.items.map(item => item.id.split(':')[1]));
        cursor = page.nextCursor;
        harness.clock.advance(20 * MINUTE);
      } while (cursor);
      expect(paged).toEqual(expected);
    });
  });

  describe('are seen', () => {
    it('with those of no service by whoever may map them', async () => {
      expect((await list()).counts.unmapped).toBeNull();
      harness.policy.denied.delete(MAP);
      const { counts, totalItems } = await list();
      expect([counts.unmapped, totalItems]).toEqual([1, 6]);
      expect(await ids()).toContain('nowhere');
      expect(await ids({ service: refOf('best') })).not.toContain('nowhere');
    });

    it('by whoever sees one of their services, and only with that one', async () => {
      harness.policy.readable = [refOf('good'), refOf('even')];
      harness.clock.advance(2 * MINUTE);
      const { items, totalItems, counts } = await list();
      expect(
        items.map(item => [item.id, item.services.map(each => each.entityRef)]),
      ).toEqual([
        ['pager:open', [refOf('good')]],
        ['status:felt', [refOf('even')]],
      ]);
      expect([totalItems, counts.active, counts.postmortemsOverdue]).toEqual([
        2, 1, 0,
      ]);
      expect(await ids({ service: refOf('best') })).toEqual([]);
      expect(await ids({ q: 'default/best' })).toEqual([]);
    });

    it('with what they took of the budgets of services that the reader sees', async () => {
      const spend = (service: string, share: number) => ({
        slo_id: service,
        objective_id: '1',
        incident_id: 'pager:open',
        entity_ref: refOf(service),
        from_at: new Date(NOW),
        to_at: new Date(NOW),
        share,
        final: false,
      });
      await knex('reliability_incident_spends').insert([
        spend('best', 0.5),
        spend('good', 0.125),
      ]);
      await knex('reliability_incidents')
        .where({ id: 'pager:open' })
        .update({ budget_spent: 0.5 });
      const spent = async () => (await list()).items[0].budgetSpent;
      expect(await spent()).toBe(0.5);
      harness.policy.readable = [refOf('good')];
      harness.clock.advance(6 * MINUTE);
      expect(await spent()).toBe(0.125);
      await knex('reliability_incident_spends').delete();
      await knex('reliability_incidents')
        .where({ id: 'pager:open' })
        .update({ budget_spent: null });
    });

    it('by nobody to whom the catalog shows nothing', async () => {
      harness.policy.readable = 'none';
      const { items, totalItems, counts } = await list();
      expect([items, totalItems, counts.followUpsOverdue]).toEqual([[], 0, 0]);
    });
  });

  it('are counted whatever their status and postmortem', async () => {
    const { totalItems, counts } = await list({ status: 'closed' });
    expect([totalItems, counts]).toEqual([
      2,
      { active: 1, postmortemsOverdue: 1, followUpsOverdue: 1, unmapped: null },
    ]);
  });

  it('are shown with what people need to know', async () => {
    const { items } = await list();
    const byId = new Map(items.map(item => [item.id, item]));
    expect(byId.get('pager:open')).toEqual({
      id: 'pager:open',
      reference: 'INC-1',
      title: 'Checkout is slow',
      provider: 'pagerduty',
      account: 'pager',
      url: null,
      status: 'acknowledged',
      severity: { raw: 'SEV1', level: 1, name: 'Critical', from: 'provider' },
      isTest: false,
      isPrivate: false,
      customerImpact: null,
      startedAt: iso(NOW - HOUR),
      resolvedAt: null,
      durationMs: HOUR + SECONDS,
      services: [
        {
          entityRef: refOf('best'),
          title: 'best',
          owner: 'group:default/red',
          tier: { id: 'tier-1', name: 'Business critical' },
          from: 'mapping',
        },
        {
          entityRef: refOf('good'),
          title: 'good',
          owner: 'group:default/blue',
          tier: { id: 'tier-0', name: 'Mission critical' },
          from: 'mapping',
        },
      ],
      postmortem: { state: 'not-required', dueAt: null },
      followUps: { open: 0, overdue: 0, total: 0 },
      repeatOf: null,
      budgetSpent: null,
      updatedAt: iso(NOW - MINUTE),
    });
    expect(byId.get('pager:again')).toMatchObject({
      repeatOf: 'pager:old',
      severity: { raw: 'P5', level: null, name: 'Not mapped' },
      postmortem: { state: 'missing', dueAt: iso(NOW + DAY) },
    });
    expect(byId.get('pager:old')).toMatchObject({
      budgetSpent: 0.25,
      durationMs: 90 * MINUTE,
      postmortem: { state: 'overdue', dueAt: iso(NOW - 17 * DAY) },
    });
    expect(byId.get('status:felt')).toMatchObject({
      followUps: { open: 2, overdue: 1, total: 3 },
      severity: { level: 3, name: 'SEV3' },
    });
    expect(byId.get('pager:private')).toMatchObject({
      title: 'Private incident',
      reference: 'private',
      durationMs: null,
    });
  });

  it('are counted at most every three seconds', async () => {
    const counts = jest.spyOn(harness.stores.incidentList, 'counts');
    const query = listIncidentsQuerySchema.parse({ q: 'default', limit: 1 });
    const ask = (name: string) =>
      harness.services.incidentList.list(query, mockCredentials.user(name));
    harness.clock.advance(SECONDS);
    await Promise.all([ask('user:default/ada'), ask('user:default/bob')]);
    await ask('user:default/ada');
    expect(counts).toHaveBeenCalledTimes(1);
    harness.policy.readable = [refOf('even')];
    expect((await ask('user:default/cyd')).totalItems).toBe(1);
    expect(counts).toHaveBeenCalledTimes(2);
    counts.mockRestore();
  });

  it('name no incident that repeats one which the reader may not see', async () => {
    await knex('reliability_incident_services')
      .where({ incident_id: 'pager:old' })
      .update({ entity_ref: refOf('poor') });
    harness.policy.readable = [refOf('best')];
    harness.clock.advance(4 * MINUTE);
    const { items } = await list({ q: 'cards' });
    expect(items.map(item => [item.id, item.repeatOf])).toEqual([
      ['pager:again', null],
    ]);
  });
});
