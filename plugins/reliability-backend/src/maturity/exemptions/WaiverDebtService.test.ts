import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import {
  ask,
  debtOf,
  decide,
  detailOf,
  grant,
} from '../../__testUtils__/exemptions';
import { DAY, Harness, HOUR, NOW } from '../../__testUtils__/harness';
import { putIncident } from '../../__testUtils__/incidentData';
import { openRankedPortal } from '../../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

const configured = {
  exemptions: [
    {
      scorecard: 'ladder',
      check: 'owned',
      entityRef: refOf('poor'),
      reason: 'Nobody is left',
      approvedBy: 'group:default/sre',
      until: '2026-12-10',
    },
  ],
};

describe.each(databases.eachSupportedId())(
  'what happened while exempt on %s',
  id => {
    let knex: Knex;
    let harness: Harness;

    const spend = (incidentId: string, name: string, share: number | null) =>
      knex('reliability_incident_spends').insert({
        slo_id: `${name}~availability`,
        objective_id: 'main',
        incident_id: incidentId,
        entity_ref: refOf(name),
        from_at: new Date(NOW),
        to_at: new Date(NOW),
        share,
        final: true,
      });

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex, { reliability: configured });
    });

    it('tell what happened since a check is exempt, and since when it fails', async () => {
      await putIncident(knex, 'before', {
        services: ['good'],
        stamps: { declared: NOW - 40 * DAY },
      });
      const request = await ask(harness);
      const asked = await detailOf(harness, request.id);
      expect(asked).toMatchObject({
        failingSince: '2026-11-20T12:00:00.000Z',
        meanwhile: {
          from: '2026-08-22T12:00:00.000Z',
          incidents: 1,
          budgetShare: null,
          unmeasured: 1,
        },
      });
      await decide(harness, request);
      harness.clock.advance(DAY);
      const stamps = { declared: NOW + HOUR };
      const during = await putIncident(knex, 'during', {
        services: ['good', 'best'],
        stamps,
        level: 2,
        title: 'Letters are late',
      });
      await putIncident(knex, 'drill', {
        services: ['good'],
        stamps,
        isTest: true,
      });
      await spend(during, 'good', 0.25);
      await spend(during, 'best', 0.9);
      const { meanwhile, failingSince } = await detailOf(harness, request.id);
      expect(failingSince).toBeNull();
      expect(meanwhile).toEqual({
        from: '2026-11-20T12:00:00.000Z',
        to: '2026-11-21T12:00:00.000Z',
        incidents: 1,
        budgetShare: 0.25,
        unmeasured: 0,
        items: [
          {
            id: during,
            title: 'Letters are late',
            startedAt: '2026-11-20T13:00:00.000Z',
            severity: 2,
            budgetShare: 0.25,
          },
        ],
      });
    });

    it('owe by team what is exempt and what it cost, the heaviest first', async () => {
      await grant(harness);
      await grant(harness, { scorecard: 'second' });
      await grant(harness, { entityRef: refOf('even'), until: '2026-11-30' });
      harness.clock.advance(3 * DAY);
      const shared = await putIncident(knex, 'shared', {
        services: ['good', 'even'],
        stamps: { declared: NOW + DAY },
      });
      await spend(shared, 'good', 0.5);
      await putIncident(knex, 'early', {
        services: ['good'],
        stamps: { declared: NOW - DAY },
      });
      const { items, total, totalItems } = await debtOf(harness);
      expect(items).toMatchObject([
        {
          owner: 'group:default/blue',
          exemptions: 2,
          services: 1,
          weight: 2,
          medianAgeDays: 3,
          incidents: 1,
          budgetShare: 0.5,
          unmeasured: 0,
          expiring: 0,
        },
        { owner: 'group:default/nobody', undated: 1, medianAgeDays: null },
        {
          owner: 'group:default/red',
          exemptions: 1,
          incidents: 1,
          budgetShare: null,
          unmeasured: 1,
          expiring: 1,
        },
      ]);
      expect(totalItems).toBe(3);
      expect(total).toMatchObject({
        exemptions: 4,
        incidents: 1,
        budgetShare: 0.5,
        unmeasured: 1,
        undated: 1,
      });
      const page = await debtOf(harness, { limit: 2 });
      expect(page.items).toEqual(items.slice(0, 2));
      const last = await debtOf(harness, { limit: 2, cursor: page.nextCursor });
      expect(last.items).toEqual(items.slice(2));
    });

    it('owe with the groups above, each exemption once in the total', async () => {
      await grant(harness);
      await grant(harness, { entityRef: refOf('even') });
      const group = (name: string, parent: string) => ({
        entity_ref: `group:default/${name}`,
        title: name,
        parent: `group:default/${parent}`,
        misses: 0,
        hash: 'h',
        changed_at: new Date(NOW),
      });
      await knex('reliability_groups').delete();
      await knex('reliability_groups').insert([
        group('red', 'unit'),
        group('blue', 'unit'),
        group('unit', 'red'),
      ]);
      const unit = await debtOf(harness, {
        nested: 'true',
        owner: ['group:default/unit', 'group:default/red'],
      });
      expect(
        unit.items.map(({ owner, exemptions }) => [owner, exemptions]),
      ).toEqual([
        ['group:default/red', 2],
        ['group:default/unit', 2],
      ]);
      expect(unit.total.exemptions).toBe(2);
      const flat = await debtOf(harness, { owner: 'group:default/unit' });
      expect(flat).toMatchObject({ items: [], total: { exemptions: 0 } });
    });
  },
);
