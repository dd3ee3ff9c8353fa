import { Knex } from 'knex';
import {
  campaignsOf,
  numbers,
  openCampaignPortal,
} from '../../__testUtils__/campaigns';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness, HOUR } from '../../__testUtils__/harness';
import { push } from '../../__testUtils__/push';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'the days of campaigns on %s',
  id => {
    let knex: Knex;
    let harness: Harness;
    let api: ReturnType<typeof campaignsOf>;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openCampaignPortal(knex);
      api = campaignsOf(harness);
    });

    const start = async (changed: Parameters<typeof api.create>[0] = {}) => {
      const { id: made } = await api.create(changed);
      await api.decide(made, 'start');
      return made;
    };

    it('are written once a day, the last time for good', async () => {
      const made = await start();
      await push(harness, 'good', { coverage: 99 });
      await api.runTask();
      await api.runTask();
      harness.clock.advance(DAY);
      await push(harness, 'even', { coverage: 99 });
      await api.runTask();
      const { days, now } = await api.progress(made);
      expect(days).toEqual([
        { day: '2026-11-20', total: 4, done: 2, exempt: 0, unknown: 1 },
        { day: '2026-11-21', total: 4, done: 3, exempt: 0, unknown: 1 },
      ]);
      expect(now).toEqual({
        total: 4,
        done: 3,
        open: 0,
        exempt: 0,
        unknown: 1,
      });
      const red = await api.progress(made, 'group:default/red');
      expect(red.days.map(({ done, total }) => [done, total])).toEqual([
        [1, 2],
        [2, 2],
      ]);
    });

    it('end with what is known now, between two runs of the task', async () => {
      const made = await start();
      await push(harness, 'good', { coverage: 99 });
      const { days, now } = await api.progress(made);
      expect([days.length, days[0].done, now.done]).toEqual([1, 2, 2]);
    });

    it('give a pace after a week, and say how many will be missing', async () => {
      const made = await start({ dueAt: '2026-12-08' });
      expect((await api.progress(made)).projection).toMatchObject({
        kind: 'too-early',
      });
      harness.clock.advance(10 * DAY);
      await push(harness, 'good', { coverage: 99 });
      await api.runTask();
      const { projection, ideal } = await api.progress(made);
      expect(projection).toEqual({
        kind: 'late',
        doneOn: '2026-12-20',
        left: 2,
        short: 2,
        perWeek: 0.7,
        days: 10,
      });
      expect(ideal).toEqual([
        { day: '2026-11-20', done: 1 },
        { day: '2026-12-08', done: 4 },
      ]);
    });

    it('start drafts when their first day comes, and not before', async () => {
      const { id: made } = await api.create({ startsAt: '2026-11-22' });
      await api.runTask();
      expect((await api.get(made)).state).toBe('draft');
      harness.clock.advance(2 * DAY);
      await api.runTask();
      const { state, events } = await api.get(made);
      expect([state, events[0].action, events[0].by]).toEqual([
        'running',
        'start',
        null,
      ]);
    });

    it('do not start what was left a draft until its last day was over', async () => {
      const { id: made } = await api.create({ dueAt: '2026-11-25' });
      harness.clock.advance(10 * DAY);
      await api.runTask();
      expect((await api.get(made)).state).toBe('draft');
      await expect(api.decide(made, 'start')).rejects.toThrow(
        'dueAt: 2026-11-25 is over; set a later day first',
      );
    });

    it('end campaigns when their last day is over, with the numbers of that day', async () => {
      const made = await start({ dueAt: '2026-11-21' });
      harness.clock.advance(DAY + 11 * HOUR);
      await api.runTask();
      expect((await api.get(made)).state).toBe('running');
      harness.clock.advance(2 * HOUR);
      await push(harness, 'good', { coverage: 99 });
      await api.runTask();
      await api.runTask();
      const over = await api.get(made);
      expect(over).toMatchObject({
        state: 'ended',
        endedBy: null,
        frozen: '2026-11-21',
      });
      expect(numbers(over)).toBe('1 of 4, 0 exempt, 1 unknown');
      expect(over.events.map(({ action }) => action)).toEqual([
        'end',
        'start',
        'create',
      ]);
      const { items } = await api.teams(made);
      expect(
        items.map(({ owner, done, total }) => [owner, done, total]),
      ).toEqual([
        ['group:default/blue', 0, 1],
        ['group:default/nobody', 0, 1],
        ['group:default/red', 1, 2],
      ]);
      const { days, projection } = await api.progress(made);
      expect([days.length, projection]).toEqual([2, null]);
    });

    it('stay while a campaign runs, and go with their retention once it is over', async () => {
      const [runs, over] = [await start(), await start({ title: 'Over' })];
      await api.decide(over, 'end');
      await api.patch(runs, 2, { dueAt: '2028-11-01' });
      harness.clock.advance(401 * DAY);
      await api.runTask();
      const count = async (campaign: string) =>
        (await api.progress(campaign)).days.length;
      expect([await count(runs), await count(over)]).toEqual([2, 0]);
      expect(numbers(await api.get(over))).toBe('1 of 4, 0 exempt, 1 unknown');
    });

    it('are reminded of to services that have something to do', async () => {
      const made = await start();
      const { stores } = harness;
      const due = { from: '2027-03-01', until: '2027-03-31' };
      const [campaign] = await stores.campaigns.dueBetween(knex, due);
      expect(campaign.id).toBe(made);
      expect(
        await stores.campaigns.dueBetween(knex, {
          ...due,
          until: '2027-03-30',
        }),
      ).toEqual([]);
      const begun = { from: harness.clock.now - 1, until: harness.clock.now };
      expect(await stores.campaigns.startedBetween(knex, begun)).toHaveLength(
        1,
      );
    });

    it('show a service the campaigns that run and ask something of it', async () => {
      const made = await start({ filter: { owner: ['group:default/blue'] } });
      await api.create({ title: 'A draft' });
      expect((await api.ofService('good')).items).toMatchObject([
        { id: made, state: 'open', left: [{ id: 'tested', outcome: 'fail' }] },
      ]);
      expect((await api.ofService('best')).items).toEqual([]);
      harness.policy.readable = [refOf('best')];
      await expect(api.ofService('good')).rejects.toThrow('is not a service');
    });
  },
);
