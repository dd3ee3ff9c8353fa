import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR } from '../__testUtils__/harness';
import { stepsOf } from '../__testUtils__/observe';
import {
  ada,
  answer,
  bob,
  LAUNCH,
  openReadinessPortal,
  proof,
  stateOf,
} from '../__testUtils__/readiness';

jest.setTimeout(60_000);

const databases = testDatabases();
const ANSWER = 'reliability.readiness.answer';
const at = (itemId: string, entityRef = refOf('pay')) => ({
  entityRef,
  checklistId: LAUNCH,
  itemId,
});

describe.each(databases.eachSupportedId())('answers on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex);
  });

  const history = async (itemId: string) =>
    (await harness.services.answers.history(at(itemId), { limit: 50 }, ada))
      .items;

  it('begin unanswered, except where a rule answers', async () => {
    expect(await stateOf(harness, 'runbook')).toMatchObject({
      state: 'unanswered',
      answer: null,
      version: 0,
      required: true,
      since: '2026-11-20T12:00:00.000Z',
    });
    expect(await stateOf(harness, 'owned')).toMatchObject({
      state: 'met',
      automatic: true,
      rule: 'entity.ownerExists',
      actual: [{ path: 'entity.ownerExists', state: 'known', value: true }],
    });
  });

  it('are kept with note, evidence, author and end', async () => {
    const { checklist } = await answer(harness, 'runbook', {
      note: 'See **log**',
      evidence: [proof],
    });
    const runbook = checklist.items.find(item => item.id === 'runbook');
    expect(runbook).toMatchObject({
      state: 'met',
      version: 1,
      answer: {
        value: 'yes',
        note: 'See **log**',
        by: 'user:default/ada',
        at: '2026-11-20T13:00:00.000Z',
        expiresAt: '2027-02-18T13:00:00.000Z',
        evidence: [
          {
            ...proof,
            addedBy: 'user:default/ada',
            addedAt: '2026-11-20T13:00:00.000Z',
          },
        ],
      },
    });
    expect(checklist).toMatchObject({ met: 2, requiredMet: 2, progress: 750 });
  });

  it('move level, score and rank in the reply to the write', async () => {
    expect(
      (await answer(harness, 'rollback')).service.reports[0],
    ).toMatchObject({ level: { id: 'bronze' }, rank: 1 });
    const { service } = await answer(harness, 'runbook', { evidence: [proof] });
    expect(service.reports[0]).toMatchObject({
      level: { id: 'silver' },
      score: 1000,
      rank: 1,
    });
    expect(await stepsOf(harness, 'pay')).toMatchObject([
      { cause: undefined },
      { cause: 'service', to: { levelId: 'silver' } },
    ]);
  });

  it('evidence that stays keeps who added it and when', async () => {
    await answer(harness, 'runbook', { evidence: [proof] });
    harness.clock.advance(HOUR);
    const more = { title: 'More', url: 'https://wiki.example/more' };
    await answer(harness, 'runbook', { evidence: [proof, more] }, bob);
    const { answer: now } = await stateOf(harness, 'runbook');
    expect(now?.evidence.map(({ addedBy }) => addedBy)).toEqual([
      'user:default/ada',
      'user:default/bob',
    ]);
  });

  it('the second of two who read the same gets the answer of the first, and nothing is lost', async () => {
    await answer(harness, 'rollback', { answer: 'no', version: 0 });
    await expect(
      answer(harness, 'rollback', { answer: 'yes', version: 0 }, bob),
    ).rejects.toThrow(
      'it is now answered "no" by user:default/ada at 2026-11-20T13:00:00.000Z (version 1, you have 0)',
    );
    expect((await stateOf(harness, 'rollback')).answer?.value).toBe('no');
    expect(await history('rollback')).toHaveLength(1);
  });

  it('of twenty who answer at once, one wins and the others are told', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        answer(harness, 'rollback', { note: `${index}`, version: 0 }),
      ),
    );
    const won = results.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect(await history('rollback')).toHaveLength(1);
  });

  it.each<[string, string, object, RegExp]>([
    ['no evidence', 'runbook', {}, /^evidence: "Item runbook" needs at least/],
    ['an automatic item', 'owned', {}, /^answer: "Item owned" is answered by/],
    ['an unknown item', 'never', { version: 0 }, /no item "never"/],
  ])('are refused for %s', async (_, itemId, request, message) => {
    await expect(
      answer(harness, itemId, { version: 0, ...request }),
    ).rejects.toThrow(message);
    expect(await knex('reliability_answers')).toEqual([]);
    expect(await knex('reliability_answer_changes')).toEqual([]);
  });

  it('are refused without the permission, and hidden with the service', async () => {
    harness.policy.denied.add(ANSWER);
    await expect(answer(harness, 'rollback')).rejects.toThrow(ANSWER);
    harness.policy.readable = 'none';
    await expect(answer(harness, 'rollback', { version: 0 })).rejects.toThrow(
      'is not a service',
    );
  });

  it('taken back are unanswered again, and remembered', async () => {
    await answer(harness, 'rollback');
    await answer(harness, 'rollback', { answer: null, note: 'Too early' });
    expect(await stateOf(harness, 'rollback')).toMatchObject({
      state: 'unanswered',
      answer: null,
      version: 2,
    });
    expect(await history('rollback')).toMatchObject([
      { action: 'withdrawn', reason: 'Too early', answer: null, version: 2 },
      { action: 'answered', answer: { value: 'yes' }, version: 1 },
    ]);
  });

  it('taking back nothing is nothing', async () => {
    await answer(harness, 'rollback', { answer: null });
    expect((await stateOf(harness, 'rollback')).version).toBe(0);
    expect(await history('rollback')).toEqual([]);
  });

  it('of a checklist that is unknown are not found', async () => {
    await expect(
      harness.services.readiness.get(refOf('pay'), 'x', ada),
    ).rejects.toThrow('There is no checklist "x", only launch');
  });

  describe('in doubt', () => {
    const contest = (itemId: string, version: number) =>
      harness.services.answers.contest(
        at(itemId),
        { reason: 'It did not work', version },
        bob,
      );

    it('are contested with the reason, until somebody answers again', async () => {
      await answer(harness, 'rollback');
      await contest('rollback', 1);
      expect(await stateOf(harness, 'rollback')).toMatchObject({
        state: 'contested',
        contest: { reason: 'It did not work', by: 'user:default/bob' },
        answer: { value: 'yes' },
        version: 2,
      });
      await answer(harness, 'rollback', { note: 'Mended' });
      expect(await stateOf(harness, 'rollback')).toMatchObject({
        state: 'met',
        contest: null,
        version: 3,
      });
    });

    it('hold again when the doubt is settled', async () => {
      await answer(harness, 'rollback');
      await contest('rollback', 1);
      await harness.services.answers.settle(at('rollback'), 2, ada);
      expect((await stateOf(harness, 'rollback')).state).toBe('met');
      expect((await history('rollback')).map(({ action }) => action)).toEqual([
        'settled',
        'contested',
        'answered',
      ]);
    });

    it('may be automatic', async () => {
      await contest('owned', 0);
      expect((await stateOf(harness, 'owned')).state).toBe('contested');
      await harness.services.answers.settle(at('owned'), 1, ada);
      expect((await stateOf(harness, 'owned')).state).toBe('met');
    });

    it('need an answer', async () => {
      await expect(contest('rollback', 0)).rejects.toThrow('no answer yet');
    });

    it('settling what nobody doubts is nothing', async () => {
      await harness.services.answers.settle(at('rollback'), 0, ada);
      expect(await history('rollback')).toEqual([]);
    });
  });
});
