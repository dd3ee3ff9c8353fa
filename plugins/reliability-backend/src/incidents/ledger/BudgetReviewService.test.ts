import { mockCredentials } from '@backstage/backend-test-utils';
import { listBudgetReviewsQuerySchema } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../../__testUtils__/harness';
import { putIncident } from '../../__testUtils__/incidentData';
import {
  ALLOWED,
  evaluate,
  openLedgerPortal,
  OutageSource,
} from '../../__testUtils__/outages';
import { SLO_ID } from '../../__testUtils__/sloPortal';

jest.setTimeout(120_000);

const databases = testDatabases();
const user = mockCredentials.user('user:default/ada');
const iso = (time: number) => new Date(time).toISOString();
const EDIT = 'reliability.incident.edit';

/** At 06:00 UTC. */
const TUESDAY = NOW - 2 * DAY - 6 * HOUR;

describe.each(databases.eachSupportedId())('budgets on %s', id => {
  let knex: Knex;
  let source: OutageSource;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    source = new OutageSource();
    harness = await openLedgerPortal(knex, source);
  });

  const outage = (from: number, minutes: number) => {
    source.outages.push({ from, to: from + minutes * MINUTE });
  };

  const put = (name: string, from: number, minutes: number, parts = {}) =>
    putIncident(knex, name, {
      reference: name.toUpperCase(),
      title: `About ${name}`,
      services: ['best'],
      status: 'resolved',
      stamps: { declared: from, resolved: from + minutes * MINUTE },
      ...parts,
    });

  const settled = async () => {
    await evaluate(harness);
    await harness.services.spendMeasurer.measureDue();
    await harness.services.budgetReviewFinder.findDarkBurns();
  };

  const ledger = (objective?: string) =>
    harness.services.sloLedgers.get(SLO_ID, { objective }, user);

  const reviews = (query = {}) =>
    harness.services.budgetReviews.list(
      listBudgetReviewsQuerySchema.parse(query),
      user,
    );

  describe('finds', () => {
    it('a day in which a tenth of the budget went without an incident, once', async () => {
      outage(TUESDAY, 10);
      await settled();
      const { items, totalItems } = await reviews();
      expect(totalItems).toBe(1);
      expect(items[0]).toMatchObject({
        kind: 'dark-burn',
        sloTitle: 'Availability',
        entityRef: refOf('best'),
        owner: 'group:default/red',
        incident: null,
        from: '2026-11-18T00:00:00.000Z',
        to: '2026-11-19T00:00:00.000Z',
        state: 'open',
        canEdit: true,
      });
      expect(items[0].share).toBeCloseTo(600 / ALLOWED, 3);
      await settled();
      expect((await reviews()).totalItems).toBe(1);
      const { lines } = await ledger();
      expect(lines[0].reviewId).toBe(items[0].id);
    });

    it('none where it was less, where an incident explains it, or where one is not measured', async () => {
      outage(TUESDAY, 4);
      outage(NOW - 4 * DAY, 10);
      await put('slow', NOW - 4 * DAY, 15);
      outage(NOW - 5 * DAY, 10);
      await put('waits', NOW - 5 * DAY, 1);
      await evaluate(harness);
      const { spendMeasurer, budgetReviewFinder } = harness.services;
      await spendMeasurer.measureDue();
      await knex('reliability_incident_spends')
        .where({ incident_id: 'pager:waits' })
        .update({ final: false });
      await budgetReviewFinder.findDarkBurns();
      expect((await reviews()).items).toEqual([]);
    });

    it('nothing any more once somebody declares the incident', async () => {
      outage(TUESDAY, 10);
      await settled();
      await put('late', TUESDAY, 12);
      await settled();
      expect((await reviews()).totalItems).toBe(0);
    });

    it('an incident that customers felt and no budget did', async () => {
      await put('felt', TUESDAY, 30, { customerImpact: true });
      await put('short', TUESDAY, 4, { customerImpact: true });
      await put('inside', TUESDAY, 30);
      await settled();
      const { items } = await reviews({ kind: 'blind-spot' });
      expect(
        items.map(({ incident, from, to }) => [incident, from, to]),
      ).toEqual([
        [
          { id: 'pager:felt', reference: 'FELT', title: 'About felt' },
          iso(TUESDAY),
          iso(TUESDAY + 30 * MINUTE),
        ],
      ]);
    });
  });

  describe('has review items', () => {
    beforeEach(async () => {
      outage(TUESDAY, 10);
      await put('felt', NOW - 4 * DAY, 30, { customerImpact: true });
      await settled();
    });

    it('that people settle, and nothing opens again but people', async () => {
      const [item] = (await reviews({ kind: 'dark-burn' })).items;
      harness.clock.advance(MINUTE);
      const { budgetReviews } = harness.services;
      const done = await budgetReviews.settle(
        item.id,
        { state: 'settled', note: 'A load test' },
        user,
      );
      expect(done).toMatchObject({
        state: 'settled',
        note: 'A load test',
        settledBy: 'user:default/ada',
        settledAt: iso(NOW + MINUTE),
      });
      await settled();
      expect((await reviews({ kind: 'dark-burn' })).totalItems).toBe(0);
      expect((await reviews({ state: ['settled'] })).items).toEqual([done]);
      const again = { state: 'open' as const, note: '' };
      expect(await budgetReviews.settle(item.id, again, user)).toMatchObject({
        state: 'open',
        settledBy: null,
        settledAt: null,
      });
    });

    it('page by page, the newest first', async () => {
      const first = await reviews({ limit: 1 });
      expect([first.totalItems, first.items[0].kind]).toEqual([2, 'dark-burn']);
      const second = await reviews({ limit: 1, cursor: first.nextCursor });
      expect(second.items[0].kind).toBe('blind-spot');
      expect(second.nextCursor).toBeUndefined();
    });

    it.each<[string, object, number]>([
      ['of a service', { service: refOf('best') }, 2],
      ['of another service', { service: refOf('good') }, 0],
      ['of an owner', { owner: 'group:default/red' }, 2],
      ['of a kind', { kind: 'blind-spot' }, 1],
      ['of no kind', { kind: '' }, 0],
      ['that are settled', { state: 'settled' }, 0],
    ])('%s', async (_, query, count) => {
      const { items, totalItems } = await reviews(query);
      expect([items.length, totalItems]).toEqual([count, count]);
    });

    it('only of services that the reader sees, and for editors to settle', async () => {
      const [{ id: review }] = (await reviews()).items;
      const settle = () =>
        harness.services.budgetReviews.settle(
          review,
          { state: 'settled', note: '' },
          user,
        );
      harness.policy.denied.add(EDIT);
      expect((await reviews()).items[0].canEdit).toBe(false);
      await expect(settle()).rejects.toThrow(`lack the permission ${EDIT}`);
      harness.policy.readable = [refOf('good')];
      harness.clock.advance(2 * MINUTE);
      expect((await reviews()).totalItems).toBe(0);
      await expect(settle()).rejects.toThrow('There is no review item');
    });

    it.each([
      [{ kind: 'odd' }, 'kind: expected one of dark-burn, blind-spot'],
      [{ state: 'odd' }, 'state: expected one of open, settled'],
      [{ cursor: 'x' }, 'cursor: expected'],
    ])('and refuses %o', async (query, message) => {
      await expect(reviews(query)).rejects.toThrow(message);
    });
  });
});
