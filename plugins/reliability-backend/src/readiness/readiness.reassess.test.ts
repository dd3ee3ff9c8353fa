import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { item } from '../__testUtils__/checklists';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { putExemption } from '../__testUtils__/exemptions';
import { DAY, Harness, HOUR } from '../__testUtils__/harness';
import { reportOf, storyOf, writesDuring } from '../__testUtils__/observe';
import {
  ada,
  answer,
  launch,
  LAUNCH,
  openReadinessPortal,
  proof,
  reliabilityWith,
  stateOf,
} from '../__testUtils__/readiness';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('readiness on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex);
  });

  const complete = async () => {
    await answer(harness, 'runbook', { evidence: [proof] });
    await answer(harness, 'rollback');
  };
  const reassessAll = () =>
    knex.transaction(tx =>
      harness.services.reassessor.reassess(
        tx,
        [refOf('pay'), refOf('cart')],
        harness.clock.now,
      ),
    );
  const restart = async (checklists: JsonObject[]) => {
    harness = await harness.restart(reliabilityWith(checklists));
  };

  it('an answer that ends takes the level with it, when its time comes', async () => {
    await complete();
    expect((await reportOf(harness, 'pay')).level.id).toBe('silver');
    harness.clock.advance(90 * DAY);
    await harness.services.sync.sweep();
    await harness.services.tasks.reassessDue();
    expect((await stateOf(harness, 'runbook')).state).toBe('expired');
    expect((await storyOf(harness, 'pay')).slice(-1)).toEqual([
      'service: silver → bronze',
    ]);
  });

  it('is amber before it is red, and says what will be lost', async () => {
    await complete();
    harness.clock.advance(80 * DAY);
    await harness.services.sync.sweep();
    await harness.services.tasks.reassessDue();
    const page = await harness.services.readiness.get(
      refOf('pay'),
      LAUNCH,
      ada,
    );
    expect(page.items[0]).toMatchObject({ state: 'met', expiring: true });
    expect(page.forecast).toEqual([
      {
        at: '2027-02-18T13:00:00.000Z',
        items: ['runbook'],
        level: { from: 'Silver', to: 'Bronze' },
      },
    ]);
  });

  it('an exemption that the portal granted keeps the level that would be lost', async () => {
    await complete();
    await putExemption(knex, 'granted', {
      scorecard_id: 'readiness',
      check_id: 'all',
      entity_ref: refOf('pay'),
      until: '2027-05-01',
      state: 'approved',
    });
    harness.clock.advance(80 * DAY);
    await harness.services.sync.sweep();
    await harness.services.tasks.reassessDue();
    const { forecast } = await harness.services.readiness.get(
      refOf('pay'),
      LAUNCH,
      ada,
    );
    expect(forecast).toEqual([
      { at: '2027-02-18T13:00:00.000Z', items: ['runbook'], level: null },
    ]);
  });

  it('that did not change is not written again', async () => {
    await complete();
    harness.clock.advance(HOUR);
    expect(await writesDuring(knex, reassessAll)).toEqual([]);
  });

  it('is looked at once when its time comes, not for ever', async () => {
    await complete();
    harness.clock.advance(76 * DAY);
    expect(await harness.services.tasks.reassessDue()).toBeGreaterThan(0);
    expect(await harness.services.tasks.reassessDue()).toBe(0);
  });

  it('facts of a checklist are those that the page counts', async () => {
    await complete();
    const { facts } = await harness.services.maturity.get(refOf('pay'), ada);
    const values = Object.fromEntries(
      facts
        .filter(({ path }) => path.startsWith('readiness.'))
        .map(({ path, value }) => [
          path.replace('readiness.launch.', ''),
          value,
        ]),
    );
    expect(values).toMatchObject({
      progress: 100,
      requiredMet: 3,
      requiredMissing: 0,
      signedOff: false,
    });
  });

  describe('when the definition changes', () => {
    const renamed = launch({
      items: [
        item('playbook', {
          formerly: ['runbook'],
          evidence: 'required',
          expires: 'P90D',
        }),
        item('backup'),
      ],
    });

    it('a renamed item keeps its answer, a new one is unanswered and dated', async () => {
      await complete();
      harness.clock.advance(DAY);
      await restart([renamed]);
      await harness.services.tasks.reassessDue();
      expect(await stateOf(harness, 'playbook')).toMatchObject({
        state: 'met',
        version: 1,
        since: '2026-11-20T12:00:00.000Z',
      });
      expect(await stateOf(harness, 'backup')).toMatchObject({
        state: 'unanswered',
        since: '2026-11-21T13:00:00.000Z',
      });
    });

    it('a renamed item is answered on, with one history', async () => {
      await complete();
      await restart([renamed]);
      await answer(harness, 'playbook', { answer: 'no' });
      expect(await stateOf(harness, 'playbook')).toMatchObject({
        state: 'not-met',
        version: 2,
      });
      const { items } = await harness.services.answers.history(
        { entityRef: refOf('pay'), checklistId: LAUNCH, itemId: 'playbook' },
        { limit: 50 },
        ada,
      );
      expect(items.map(({ itemId }) => itemId)).toEqual([
        'playbook',
        'runbook',
      ]);
    });

    it('the page is right before the task has come by', async () => {
      await complete();
      await restart([renamed]);
      expect((await stateOf(harness, 'backup')).state).toBe('unanswered');
    });

    it('the answer to an item that went comes back with it', async () => {
      await complete();
      await restart([launch({ items: [item('other')] })]);
      expect(await stateOf(harness, 'rollback')).toBeUndefined();
      await restart([launch()]);
      await harness.services.tasks.reassessDue();
      expect((await stateOf(harness, 'rollback')).state).toBe('met');
    });
  });

  it('a checklist that is not for a service is not listed there', async () => {
    await restart([launch({ when: 'tier.rank <= 1' })]);
    await harness.services.tasks.reassessDue();
    const { readiness } = harness.services;
    expect((await readiness.list(refOf('pay'), ada)).items).toMatchObject([
      { id: LAUNCH, requiredTotal: 3, progress: 500 },
    ]);
    expect((await readiness.list(refOf('cart'), ada)).items).toEqual([]);
    await expect(readiness.get(refOf('cart'), LAUNCH, ada)).rejects.toThrow(
      'is not for component:default/cart',
    );
    await expect(
      answer(harness, 'rollback', { version: 0 }, ada, refOf('cart')),
    ).rejects.toThrow('is not for component:default/cart');
    expect(await knex('reliability_answers')).toEqual([]);
  });

  it('what is kept of a service goes when the service does, and its answers stay', async () => {
    await complete();
    harness.catalog.drop(refOf('pay'));
    for (let sweep = 0; sweep < 3; sweep++) {
      await harness.services.sync.sweep();
    }
    const kept = await knex('reliability_readiness').pluck('entity_ref');
    expect(kept).toEqual([refOf('cart')]);
    expect(await knex('reliability_answers')).toHaveLength(2);
  });
});
