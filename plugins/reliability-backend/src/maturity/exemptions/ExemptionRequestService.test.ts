import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import {
  ask,
  decide,
  detailOf,
  eve,
  grant,
  listOf,
} from '../../__testUtils__/exemptions';
import { DAY, Harness } from '../../__testUtils__/harness';
import { outcomesOf } from '../../__testUtils__/observe';
import { openRankedPortal } from '../../__testUtils__/portal';
import { check, ladder, only } from '../../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const configured: JsonObject = {
  exemptions: [
    {
      scorecard: 'ladder',
      check: 'owned',
      entityRef: refOf('poor'),
      reason: 'Nobody is left',
      approvedBy: 'group:default/sre',
      until: '2027-01-01',
    },
  ],
};

const picky = only(
  ladder({
    checks: [
      check('owned', { pass: 'entity.ownerExists' }),
      check('tested', {
        level: 'silver',
        pass: 'facts["ci/coverage"] >= 80.0',
      }),
      check('drilled', { level: 'silver', when: 'tier.rank == 0' }),
    ],
  }),
  ladder({ id: 'second', filter: { 'metadata.name': 'best' } }),
);

describe.each(databases.eachSupportedId())(
  'requests for exemptions on %s',
  id => {
    let knex: Knex;
    let harness: Harness;

    const open = async (reliability: JsonObject = {}) => {
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex, { reliability });
    };

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(() => open());

    it('the same request, or decision, twice is one', async () => {
      const request = await ask(harness);
      expect(await ask(harness)).toEqual(request);
      const granted = await decide(harness, request);
      expect(await decide(harness, request)).toEqual(granted);
      expect(await ask(harness)).toMatchObject({ id: granted.id });
      expect((await detailOf(harness, request.id)).events).toHaveLength(2);
      expect((await listOf(harness)).totalItems).toBe(1);
    });

    it('of two at once one lands, and the other is told of it', async () => {
      const both = await Promise.allSettled([
        ask(harness),
        ask(harness, {}, eve),
      ]);
      const refusals = both.flatMap(each =>
        each.status === 'rejected' ? [(each.reason as Error).message] : [],
      );
      expect(refusals).toEqual([
        expect.stringContaining('waits for a decision'),
      ]);
      expect((await listOf(harness)).totalItems).toBe(1);
    });

    it('a renewal goes on without a break, and only one of the two is in force', async () => {
      const first = await grant(harness);
      harness.clock.advance(10 * DAY);
      const renewal = await ask(harness, {
        until: '2027-02-28',
        renews: first.id,
      });
      harness.clock.advance(DAY);
      const second = await decide(harness, renewal);
      expect(second).toMatchObject({
        renewals: 1,
        renews: first.id,
        since: first.since,
        may: { renew: true },
      });
      const old = await detailOf(harness, first.id);
      expect(old.exemption).toMatchObject({
        state: 'expired',
        renewedBy: second.id,
        may: { renew: false },
      });
      expect(old.events[2]).toMatchObject({ action: 'renewed' });
      expect((await detailOf(harness, second.id)).renewed).toEqual([
        { id: first.id, until: '2026-12-20' },
      ]);
      const { counts } = await listOf(harness);
      expect(counts).toMatchObject({ approved: 1, over: 1 });
      expect(await outcomesOf(harness, 'good')).toMatchObject({
        tested: 'exempt',
      });
    });

    it('a renewal after a break begins anew', async () => {
      const first = await grant(harness, { until: '2026-11-22' });
      harness.clock.advance(10 * DAY);
      const renewed = await grant(harness, { renews: first.id });
      expect(renewed).toMatchObject({
        renewals: 1,
        since: new Date(harness.clock.now).toISOString(),
      });
    });

    it.each<[string, () => Promise<unknown>, RegExp]>([
      [
        'for a scorecard that is not there',
        () => ask(harness, { scorecard: 'x' }),
        /^scorecard: there is no scorecard "x", only ladder, second/,
      ],
      [
        'for a check that is not there',
        () => ask(harness, { check: 'x' }),
        /^check: there is no check "x" in the scorecard Ladder, only owned, tested/,
      ],
      [
        'that is over',
        () => ask(harness, { until: '2026-11-19' }),
        /^until: 2026-11-19 is over/,
      ],
      [
        'for longer than allowed',
        () => ask(harness, { until: '2027-05-20' }),
        /^until: .* the latest day is 2027-05-19/,
      ],
      [
        'for what is hidden',
        () => {
          harness.policy.readable = [refOf('best')];
          return ask(harness);
        },
        /is not a service, or the catalog does not show it/,
      ],
      [
        'while another waits',
        async () => {
          await ask(harness);
          return ask(harness, {}, eve);
        },
        /user:default\/ada asked for an exemption from "tested" at 2026-11-20T12:00:00.000Z already/,
      ],
      [
        'while one is in force',
        async () => {
          await grant(harness);
          return ask(harness, { until: '2027-01-01' });
        },
        /is exempt from "tested" until 2026-12-20 already .*ask for a renewal/,
      ],
      [
        'to renew what is no exemption',
        () => ask(harness, { renews: 'x' }),
        /^renews: there is no approved exemption "x"/,
      ],
      [
        'to renew that of another service',
        async () => {
          const { id: other } = await grant(harness, {
            entityRef: refOf('even'),
          });
          return ask(harness, { renews: other });
        },
        /^renews: there is no approved exemption/,
      ],
      [
        'to renew what was renewed',
        async () => {
          const { id: first } = await grant(harness);
          const until = '2027-01-01';
          const second = await grant(harness, { until, renews: first });
          await decide(harness, second, 'revoke');
          return ask(harness, { until, renews: first });
        },
        /^renews: it was renewed already/,
      ],
      [
        'to renew for no longer',
        async () => {
          const { id: first } = await grant(harness);
          return ask(harness, {
            until: '2026-12-20',
            renews: first,
            reason: 'Again and again',
          });
        },
        /^until: it has to end later than the one that it renews/,
      ],
    ])('a request %s is refused', async (_, act, message) => {
      await expect(act()).rejects.toThrow(message);
    });

    it.each<[string, object, RegExp]>([
      [
        'that does not apply to the service',
        { check: 'drilled', entityRef: refOf('best') },
        /^check: "drilled" does not apply to component:default\/best/,
      ],
      [
        'of a scorecard that does not apply to the service',
        { scorecard: 'second' },
        /^scorecard: Ladder does not apply to component:default\/good/,
      ],
    ])('a request for a check %s is refused', async (_, changed, message) => {
      await open(picky);
      await expect(ask(harness, changed)).rejects.toThrow(message);
    });

    it('what the configuration exempts is shown, and decided there', async () => {
      await open(configured);
      const { items, counts } = await listOf(harness);
      expect(items).toMatchObject([
        {
          from: 'configuration',
          state: 'approved',
          requestedBy: null,
          decidedBy: 'group:default/sre',
          may: { revoke: false, renew: false },
        },
      ]);
      expect(counts).toMatchObject({ approved: 1, over: 0 });
      expect(await detailOf(harness, items[0].id)).toMatchObject({
        events: [],
      });
      await expect(decide(harness, items[0], 'revoke')).rejects.toThrow(
        'change it under reliability.exemptions',
      );
      const again = ask(harness, { entityRef: refOf('poor'), check: 'owned' });
      await expect(again).rejects.toThrow(
        /exempt from "owned" until 2027-01-01/,
      );
    });

    it('what the configuration came to exempt since the request is not approved as well', async () => {
      const request = await ask(harness, {
        entityRef: refOf('poor'),
        check: 'owned',
      });
      harness = await openRankedPortal(knex, { reliability: configured });
      await expect(decide(harness, request)).rejects.toThrow(
        /exempt from "owned" until 2027-01-01/,
      );
      expect((await detailOf(harness, request.id)).exemption.state).toBe(
        'requested',
      );
    });
  },
);
