import {
  createFollowUpRequestSchema,
  lessonPreviewQuerySchema,
  listLessonsQuerySchema,
  patchFollowUpRequestSchema,
  proposeLessonRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { parse } from 'yaml';
import { checklist, item } from '../__testUtils__/checklists';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, team, tiered } from '../__testUtils__/entities';
import { createHarness, Harness, HOUR } from '../__testUtils__/harness';
import { putFollowUp, putIncident } from '../__testUtils__/incidentData';
import {
  ada,
  answer,
  bob,
  LAUNCH,
  reliabilityWith,
  stateOf,
} from '../__testUtils__/readiness';

jest.setTimeout(60_000);

const databases = testDatabases();

const launch = checklist({
  items: [
    item('rollback', { title: 'A rollback was tried within the last quarter' }),
    item('owned', { verify: 'entity.ownerExists' }),
  ],
});

describe.each(databases.eachSupportedId())('lessons on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await createHarness({
      knex,
      reliability: reliabilityWith([launch]),
      entities: [
        team(),
        tiered('pay', 'tier-1'),
        tiered('bill', 'tier-1'),
        tiered('ship', 'tier-1'),
        tiered('cart', 'tier-3'),
      ],
    });
    await harness.services.sync.sweep();
    await putIncident(knex, '1', { reference: 'INC-1', services: ['pay'] });
    await putFollowUp(knex, 'pager:1', {
      id: 'f',
      title: 'Try the rollback every quarter',
    });
    await answer(harness, 'rollback');
    await answer(harness, 'rollback', {}, ada, refOf('bill'));
  });

  const preview = (query: object = {}) =>
    harness.services.lessonList.preview(
      'f',
      lessonPreviewQuerySchema.parse(query),
      ada,
    );
  const propose = (body: object = {}, who = ada) =>
    harness.services.lessons.propose(
      'f',
      proposeLessonRequestSchema.parse({
        checklistId: LAUNCH,
        title: 'Rollback is rehearsed',
        reason: 'It took an hour',
        ...body,
      }),
      who,
    );
  const decide = (
    lesson: string,
    state: 'accepted' | 'declined',
    note = '',
    who = bob,
  ) => harness.services.lessons.decide(lesson, { state, note }, who);
  const list = (query: object = {}) =>
    harness.services.lessonList.list(listLessonsQuerySchema.parse(query), ada);

  it('suggest the item that sounds alike, and count the services like it that lack it', async () => {
    const found = await preview();
    expect(found).toMatchObject({
      followUp: { id: 'f' },
      checklists: [
        { id: LAUNCH, items: [{ id: 'rollback' }, { id: 'owned' }] },
      ],
      suggestion: { checklistId: LAUNCH, itemId: 'rollback' },
      similar: { basis: ['tier-1', 'Launch'], services: 2, withGap: 1 },
    });
    expect(
      found.similar.examples.map(({ entityRef, state }) => [entityRef, state]),
    ).toEqual([
      [refOf('ship'), 'unanswered'],
      [refOf('bill'), 'met'],
    ]);
  });

  it('nobody was asked about a new item yet', async () => {
    const { similar } = await preview({ checklist: LAUNCH });
    expect(similar).toMatchObject({ services: 2, withGap: null });
    expect(similar.examples[0]).toMatchObject({ state: null });
  });

  it('count only services that the reader may see', async () => {
    harness.policy.readable = [refOf('pay'), refOf('bill')];
    harness.clock.advance(HOUR);
    const { similar } = await preview();
    expect(similar).toMatchObject({ services: 1, withGap: 0 });
  });

  it('are proposed once, with the item as the configuration takes it', async () => {
    const lesson = await propose();
    expect(lesson).toMatchObject({
      state: 'proposed',
      itemId: null,
      incident: { reference: 'INC-1' },
      proposedBy: 'user:default/ada',
    });
    expect(parse(lesson.definition)).toEqual([
      {
        id: 'rollback-is-rehearsed',
        title: 'Rollback is rehearsed',
        category: 'general',
        phase: 'live',
        why: 'It took an hour',
      },
    ]);
    expect((await propose()).id).toBe(lesson.id);
    await expect(propose({ title: 'Other' }, bob)).rejects.toThrow(
      /user:default\/ada made another proposal/,
    );
  });

  it('of an item that is there give that one', async () => {
    const { definition } = await propose({ itemId: 'rollback' });
    expect(parse(definition)[0]).toMatchObject({ id: 'rollback' });
  });

  it('are decided once, and can be proposed again when they were declined', async () => {
    const lesson = await propose();
    expect(await decide(lesson.id, 'declined', 'Too much')).toMatchObject({
      state: 'declined',
      note: 'Too much',
      decidedBy: 'user:default/bob',
    });
    await decide(lesson.id, 'declined', 'Too much');
    await expect(decide(lesson.id, 'accepted')).rejects.toThrow(
      /was declined by user:default\/bob at 2026-11-20/,
    );
    expect(await propose({ title: 'Other' })).toMatchObject({
      id: lesson.id,
      state: 'proposed',
      note: '',
      decidedBy: null,
    });
  });

  it('are listed with what they would find', async () => {
    const { id: made } = await propose({ itemId: 'rollback' });
    expect(await list()).toMatchObject({
      totalItems: 1,
      items: [{ id: made, similar: { services: 2, withGap: 1 } }],
    });
    expect(await list({ state: 'accepted' })).toMatchObject({ totalItems: 0 });
    harness.policy.readable = [refOf('cart')];
    harness.clock.advance(HOUR);
    expect(await list()).toMatchObject({ totalItems: 0, items: [] });
  });

  it('are decided by those who decide on reviews', async () => {
    const { id: made } = await propose();
    harness.policy.denied.add('reliability.readiness.review');
    await expect(decide(made, 'accepted')).rejects.toThrow(
      /lack the permission reliability.readiness.review/,
    );
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a checklist that is not there',
      () => propose({ checklistId: 'x' }),
      /^checklistId: there is no checklist "x", only launch/,
    ],
    [
      'an item that is not there',
      () => propose({ itemId: 'x' }),
      /^itemId: there is no item "x"/,
    ],
    [
      'a preview of a checklist that is not there',
      () => preview({ checklist: 'x' }),
      /^checklist: /,
    ],
    [
      'a preview of an item that is not there',
      () => preview({ item: 'x' }),
      /^item: there is no item "x"/,
    ],
    [
      'a lesson that is not there',
      () => decide('x', 'accepted'),
      /no lesson "x"/,
    ],
    ['a state that is none', () => list({ state: 'new' }), /^state: /],
  ])('refuse %s', async (_, act, message) => {
    await expect(act()).rejects.toThrow(message);
  });

  describe('a follow-up that contradicts an item', () => {
    const contradicts = { checklistId: LAUNCH, itemId: 'rollback' };
    const patch = (body: object) =>
      harness.services.followUps.patch(
        'f',
        patchFollowUpRequestSchema.parse(body),
        ada,
      );

    it('contests it where it counts as met, with a link to the incident', async () => {
      await patch({ contradicts });
      const { state, contest, version } = await stateOf(harness, 'rollback');
      expect([state, contest?.by]).toEqual(['contested', 'user:default/ada']);
      expect(contest?.reason).toBe(
        'A follow-up of the incident [INC-1](/reliability/incidents/pager%3A1#follow-up-f) says that this does not hold.',
      );
      await patch({ contradicts });
      expect((await stateOf(harness, 'rollback')).version).toBe(version);
      expect((await stateOf(harness, 'rollback', refOf('bill'))).state).toBe(
        'met',
      );
      expect(
        (await harness.services.incidents.get('pager:1', ada)).contested,
      ).toMatchObject([{ entityRef: refOf('pay'), followUpId: 'f' }]);
    });

    it('contests what a rule answers as well', async () => {
      await patch({ contradicts: { ...contradicts, itemId: 'owned' } });
      expect((await stateOf(harness, 'owned')).state).toBe('contested');
    });

    it('takes its doubt back, and nobody else’s', async () => {
      await patch({ contradicts });
      await patch({ contradicts: null });
      expect((await stateOf(harness, 'rollback')).state).toBe('met');
      await patch({ contradicts });
      const { version } = await stateOf(harness, 'rollback');
      await harness.services.answers.contest(
        { entityRef: refOf('pay'), checklistId: LAUNCH, itemId: 'rollback' },
        { reason: 'I saw it fail', version },
        bob,
      );
      await patch({ contradicts: null });
      expect((await stateOf(harness, 'rollback')).state).toBe('contested');
    });

    it('keeps what it contradicts when it is sent once more without', async () => {
      const create = (body: object) =>
        harness.services.followUps.create(
          'pager:1',
          createFollowUpRequestSchema.parse({ title: 'New', ...body }),
          ada,
        );
      const first = await create({ contradicts });
      expect(await create({})).toEqual(first);
    });

    it('contests nothing that is not met', async () => {
      await answer(harness, 'rollback', { answer: 'no' });
      await harness.services.followUps.create(
        'pager:1',
        createFollowUpRequestSchema.parse({ title: 'New', contradicts }),
        ada,
      );
      expect((await stateOf(harness, 'rollback')).state).toBe('not-met');
    });
  });
});
