import { Knex } from 'knex';
import {
  campaignsOf,
  openCampaignPortal,
  withPlanned,
} from '../../__testUtils__/campaigns';
import { checklist, item } from '../../__testUtils__/checklists';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { Harness, HOUR } from '../../__testUtils__/harness';
import { push } from '../../__testUtils__/push';
import { answer } from '../../__testUtils__/readiness';
import { check, ladder, only } from '../../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const launch = checklist({ items: [item('runbook')] });
const critical = checklist({
  id: 'critical',
  when: 'tier.rank <= 1',
  items: [item('rollback')],
});
const configuration = {
  ...only(withPlanned),
  disabledChecklists: ['production-readiness'],
  checklists: [launch, critical],
};
const runbook = { checklistId: 'launch', itemId: 'runbook' };
const rollback = { checklistId: 'critical', itemId: 'rollback' };
const scope = { scorecard: 'ladder', items: [runbook, rollback] };

describe.each(databases.eachSupportedId())(
  'what campaigns ask for on %s',
  id => {
    let knex: Knex;
    let harness: Harness;
    let api: ReturnType<typeof campaignsOf>;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openCampaignPortal(knex, { reliability: configuration });
      harness.clock.advance(HOUR);
      api = campaignsOf(harness);
    });

    it('is an item that somebody has to answer', async () => {
      await answer(harness, 'runbook', {}, undefined, refOf('even'));
      await answer(harness, 'runbook', {}, undefined, refOf('best'));
      const { totals, matched, teams, requirements } = await api.preview(scope);
      expect(totals).toEqual({
        total: 4,
        done: 1,
        open: 3,
        exempt: 0,
        unknown: 0,
      });
      expect([matched, teams]).toEqual([4, 3]);
      expect(requirements).toMatchObject([
        { kind: 'item', checklistId: 'launch', id: 'runbook', known: true },
        { kind: 'item', id: 'rollback', checklistId: 'critical' },
      ]);
    });

    it('leaves out services to which nothing of it applies', async () => {
      const rollbacks = { ...scope, items: [rollback] };
      const { totals, matched, notApplicable } = await api.preview(rollbacks);
      expect([totals.total, matched, notApplicable]).toEqual([2, 4, 2]);
    });

    it('says for a service which item is left', async () => {
      const { id: made } = await api.create({ checks: [], ...scope });
      await answer(harness, 'runbook', {}, undefined, refOf('best'));
      const { items: found } = await api.services(made, {
        owner: 'group:default/red',
      });
      expect(
        found.map(({ entityRef, left }) => [
          entityRef,
          left.map(each => each.id),
        ]),
      ).toEqual([
        [refOf('best'), ['rollback']],
        [refOf('even'), ['runbook']],
      ]);
    });

    it('is unknown while reports and answers are those of other rules', async () => {
      const { id: made } = await api.create(scope);
      const restarted = await harness.restart({
        ...only(
          ladder({ checks: [check('owned'), check('x', { level: 'silver' })] }),
        ),
        disabledChecklists: ['production-readiness'],
        checklists: [checklist({ items: [item('runbook', { title: 'New' })] })],
      });
      const { requirements, totals } = await campaignsOf(restarted).get(made);
      expect(requirements).toMatchObject([
        { id: 'tested', enforcement: null },
        { id: 'runbook', known: true },
        { id: 'rollback', known: false },
      ]);
      expect(totals).toMatchObject({ total: 4, done: 0, unknown: 4 });
    });

    it('is nothing where its scorecard is gone', async () => {
      const { id: made } = await api.create(scope);
      const restarted = await harness.restart(only(ladder({ id: 'other' })));
      const gone = await campaignsOf(restarted).get(made);
      expect(gone).toMatchObject({
        scorecard: { id: 'ladder', title: 'ladder' },
        totals: { total: 0 },
      });
      await expect(
        campaignsOf(restarted).enforcement(made, '2027-04-01'),
      ).rejects.toThrow('There is no scorecard "ladder"');
    });

    describe('can become a rule', () => {
      it('with the entry for the configuration, and who would lose a level', async () => {
        const { id: made } = await api.create({
          checks: ['tested', 'restore'],
        });
        await push(harness, 'best', { restore: true });
        await push(harness, 'good', { restore: false });
        const found = await api.enforcement(made, '2027-04-01');
        expect(found).toMatchObject({
          checks: [{ id: 'restore' }],
          services: 4,
          outdated: 0,
          losing: 2,
          examples: [
            {
              entityRef: refOf('good'),
              from: { id: 'bronze' },
              to: { id: 'none' },
            },
            {
              entityRef: refOf('even'),
              from: { id: 'bronze' },
              to: { id: 'none' },
            },
          ],
        });
        expect(found.yaml).toContain(
          '- id: "restore"\n  title: "Check restore"\n  level: "bronze"',
        );
        expect(found.yaml).toContain('enforceFrom: "2027-04-01"');
      });

      it('of which nothing is left where all its checks count already', async () => {
        const { id: made } = await api.create();
        expect(await api.enforcement(made, '2027-04-01')).toMatchObject({
          checks: [],
          yaml: '',
          losing: 0,
        });
      });
    });
  },
);
