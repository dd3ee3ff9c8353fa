import { Knex } from 'knex';
import {
  asked as campaign,
  campaignsOf,
  openCampaignPortal,
} from '../../__testUtils__/campaigns';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { ask, bob, decide, grant } from '../../__testUtils__/exemptions';
import { DAY, Harness, HOUR, NOW } from '../../__testUtils__/harness';
import { push } from '../../__testUtils__/push';
import { sloRows } from '../../__testUtils__/sloRows';
import { Notice } from '../../readiness/notices/digest';
import { CampaignReminders } from '../campaigns/CampaignReminders';
import { budgetNotices } from './budgetNotices';
import { campaignNotices } from './campaignNotices';
import { exemptionNotices } from './exemptionNotices';
import { levelNotices } from './levelNotices';

jest.setTimeout(120_000);

const databases = testDatabases();
const SLO = 'component~default~pay~availability';

describe.each(databases.eachSupportedId())('notices on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openCampaignPortal(knex);
    harness.clock.advance(HOUR);
  });

  const source = () => ({
    ...harness,
    reminders: new CampaignReminders({ ...harness, ...harness.services }),
  });
  const told = async (
    gather: (
      from: ReturnType<typeof source>,
      span: { from: number; until: number },
    ) => Promise<Notice[]>,
    span = { from: NOW, until: harness.clock.now },
  ) =>
    (await gather(source(), span)).map(({ kind, to, text }) => [
      kind,
      to.join(),
      text,
    ]);

  describe('of levels', () => {
    it('tell the owner what was lost and why', async () => {
      await push(harness, 'best', { coverage: 10 });
      expect(await told(levelNotices)).toEqual([
        [
          'level-dropped',
          'group:default/red',
          expect.stringMatching(
            /^best: .* Silver → Bronze \(the service changed; /,
          ),
        ],
      ]);
    });

    it('tell nothing of a rise, nor of what is back', async () => {
      await push(harness, 'good', { coverage: 95 });
      await push(harness, 'best', { coverage: 10 });
      harness.clock.advance(HOUR);
      await push(harness, 'best', { coverage: 95 });
      expect(await told(levelNotices)).toEqual([]);
    });

    it('tell nothing of another time, nor of a service that is gone', async () => {
      await push(harness, 'best', { coverage: 10 });
      const { now } = harness.clock;
      expect(await told(levelNotices, { from: now, until: now + DAY })).toEqual(
        [],
      );
      await harness.stores.services.remove(knex, [refOf('best')], now);
      expect(await told(levelNotices)).toEqual([]);
    });
  });

  describe('of budgets', () => {
    const mark = () =>
      harness.stores.spentBudgets.mark(knex, harness.clock.now);
    const remaining = (share: number) =>
      knex('reliability_slo_states').update({ remaining: share });

    beforeEach(async () => {
      await knex('reliability_slos').insert({
        ...sloRows.reliability_slos,
        entity_ref: refOf('best'),
      });
      await knex('reliability_slo_states').insert(
        sloRows.reliability_slo_states,
      );
    });

    it('tell the owner once when one is spent', async () => {
      await mark();
      expect(await told(budgetNotices)).toEqual([]);
      await remaining(-0.1);
      await mark();
      const line = [
        'budget-spent',
        'group:default/red',
        'best: the error budget of "Availability" is spent',
      ];
      expect(await told(budgetNotices)).toEqual([line]);
      const from = harness.clock.now;
      harness.clock.advance(DAY);
      await mark();
      expect(await told(budgetNotices, { from, until: from + DAY })).toEqual(
        [],
      );
      expect(await told(budgetNotices)).toEqual([line]);
    });

    it('tell again only when it recovered, and a window later', async () => {
      const spend = async (after: number, share: number) => {
        harness.clock.advance(after);
        const from = harness.clock.now - 1;
        await remaining(share);
        await mark();
        return (await told(budgetNotices, { from, until: from + 1 })).length;
      };
      expect(await spend(HOUR, 0)).toBe(1);
      expect(await spend(DAY, 0.2)).toBe(0);
      expect(await spend(DAY, -0.2)).toBe(0);
      expect(await spend(28 * DAY, 0.2)).toBe(0);
      expect(await spend(DAY, 0)).toBe(1);
    });

    it('tell nothing of one that recovered', async () => {
      await remaining(0);
      await mark();
      await remaining(0.3);
      expect(await told(budgetNotices)).toEqual([]);
      expect(await knex('reliability_spent_budgets').pluck('slo_id')).toEqual([
        SLO,
      ]);
    });
  });

  describe('of exemptions', () => {
    it('tell the owner of a request until it is decided, then who asked', async () => {
      const { id: _, ...request } = { ...(await ask(harness)) };
      expect(await told(exemptionNotices)).toEqual([
        [
          'exemption-asked',
          'group:default/blue',
          expect.stringMatching(
            /^good: exemption from ".*" until 2026-12-20 asked for by ada$/,
          ),
        ],
      ]);
      await decide(harness, { id: _, version: request.version }, 'deny');
      expect(await told(exemptionNotices)).toEqual([
        [
          'exemption-decided',
          'group:default/blue,user:default/ada',
          expect.stringMatching(/ denied by bob$/),
        ],
      ]);
    });

    it('tell once, fourteen days before the end', async () => {
      await grant(harness);
      // Its last day is the 20th of December.
      const end = Date.parse('2026-12-21T00:00:00Z');
      const at = (days: number) => ({
        from: end - days * DAY,
        until: end - (days - 1) * DAY,
      });
      expect(await told(exemptionNotices, at(16))).toEqual([]);
      expect(await told(exemptionNotices, at(15))).toEqual([
        [
          'exemption-ending',
          'group:default/blue,user:default/ada',
          expect.stringMatching(/ ends on 2026-12-20$/),
        ],
      ]);
      expect(await told(exemptionNotices, at(14))).toEqual([]);
    });

    it('leave out who did it', async () => {
      await grant(harness);
      const [notice] = await exemptionNotices(source(), {
        from: NOW,
        until: harness.clock.now,
      });
      expect(notice.by).toBe(bob.principal.userEntityRef);
    });
  });

  describe('of campaigns', () => {
    const start = async (dueAt = campaign().dueAt) => {
      const campaigns = campaignsOf(harness);
      const { id: made } = await campaigns.create({ dueAt });
      await campaigns.decide(made, 'start');
    };

    it('tell every owner with something to do that it began', async () => {
      await start();
      expect((await told(campaignNotices)).sort()).toEqual([
        [
          'campaign-started',
          'group:default/blue',
          'Campaign "Everything is tested" has begun, due on 2027-03-31: 1 service to do',
        ],
        ['campaign-started', 'group:default/red', expect.any(String)],
      ]);
    });

    it('tell of it once, a week before its last day', async () => {
      await start();
      const day = (text: string) => Date.parse(`${text}T09:00:00Z`);
      const at = (text: string) => ({
        from: day(text) - DAY,
        until: day(text),
      });
      expect(await told(campaignNotices, at('2027-03-23'))).toEqual([]);
      expect(await told(campaignNotices, at('2027-03-24'))).toContainEqual([
        'campaign-due',
        'group:default/blue',
        'Campaign "Everything is tested" is due on 2027-03-31: 1 service to do',
      ]);
      expect(await told(campaignNotices, at('2027-03-25'))).toEqual([]);
    });
  });
});
