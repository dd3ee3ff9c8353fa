import { mockCredentials } from '@backstage/backend-test-utils';
import { Review } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR } from '../__testUtils__/harness';
import {
  ada,
  answer,
  LAUNCH,
  launch,
  openReadinessPortal,
  proof,
  reliabilityWith,
  stateOf,
} from '../__testUtils__/readiness';
import { ask, decide, eve, phaseOf } from '../__testUtils__/reviews';

jest.setTimeout(60_000);

const databases = testDatabases();
const ANSWER = 'reliability.readiness.answer';
const PATH = { entityRef: refOf('pay'), checklistId: LAUNCH };
const machine = mockCredentials.service('plugin:bot');

describe.each(databases.eachSupportedId())('a review on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex);
    await answer(harness, 'runbook', { evidence: [proof] });
  });

  const list = async (query: { limit?: number; cursor?: string } = {}) =>
    harness.services.reviews.list(PATH, { limit: 50, ...query }, ada);

  it('is asked for, and waits', async () => {
    expect(await ask(harness, { note: 'Ready' })).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      entityRef: refOf('pay'),
      serviceTitle: 'pay',
      checklist: { id: LAUNCH, title: 'Launch' },
      phase: { id: 'live', title: 'Live' },
      state: 'requested',
      requestedBy: 'user:default/ada',
      requestedAt: '2026-11-20T13:00:00.000Z',
      note: 'Ready',
      decidedBy: null,
      decidedAt: null,
      comment: '',
      comments: {},
      dossierHash: null,
    });
    expect((await phaseOf(harness)).signOff).toBeNull();
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'of a phase that is not there',
      () => ask(harness, { phase: 'dusk' }),
      /^phase: there is no phase "dusk" in the checklist launch, only design, pre-production, live/,
    ],
    [
      'while a required item is missing',
      () => ask(harness, { phase: 'pre-production' }),
      /^phase: required items are missing before a review: "Item rollback"/,
    ],
    [
      'when time has just ended an answer',
      () => {
        harness.clock.advance(90 * DAY);
        return ask(harness);
      },
      /"Item runbook"/,
    ],
    [
      'while another waits, also by the same person',
      async () => {
        await ask(harness);
        await ask(harness);
      },
      /user:default\/ada asked for a review of the phase at 2026-11-20T13:00:00\.000Z already/,
    ],
    [
      'without the permission to answer',
      () => {
        harness.policy.denied.add(ANSWER);
        return ask(harness);
      },
      /lack the permission reliability\.readiness\.answer/,
    ],
    [
      'of a service that is hidden, whatever the permission',
      () => {
        harness.policy.readable = 'none';
        harness.policy.denied.add(ANSWER);
        return ask(harness);
      },
      /is not a service, or the catalog does not show it/,
    ],
    [
      'of a checklist that is not for the service',
      async () => {
        const other = launch({ when: 'tier.id == "tier-3"' });
        harness = await harness.restart(reliabilityWith([other]));
        await ask(harness);
      },
      /The checklist launch is not for component:default\/pay/,
    ],
  ])('is not asked for %s', async (_, act, message) => {
    await expect((async () => act())()).rejects.toThrow(message);
  });

  it.each<[Review['state'], object]>([
    ['approved', {}],
    ['returned', { decision: 'return', comment: 'x' }],
  ])('is %s by a second person', async (state, decision) => {
    const review = await ask(harness);
    harness.clock.advance(DAY);
    const { checklist } = await decide(harness, review, decision);
    const phase = checklist.phases.find(one => one.id === 'live')!;
    expect(phase.review).toMatchObject({
      state,
      decidedBy: 'user:default/bob',
      decidedAt: '2026-11-21T13:00:00.000Z',
    });
    expect(Boolean(phase.signOff)).toBe(state === 'approved');
  });

  it('is taken back by who asked, or by who may answer, whatever was read', async () => {
    const away = { decision: 'withdraw', contentHash: 'x' } as const;
    const first = await ask(harness);
    harness.policy.denied.add(ANSWER);
    await expect(decide(harness, first, away, eve)).rejects.toThrow(
      /lack the permission reliability\.readiness\.answer/,
    );
    await decide(harness, first, away, ada);
    harness.policy.denied.delete(ANSWER);
    const second = await ask(harness);
    await decide(harness, second, away, machine);
    expect((await list()).items.map(({ state }) => state)).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
  });

  it('may be decided by its requester where the tier says so', async () => {
    const signOff = { reviewerByTier: { 'tier-1': 'anyone' } };
    harness = await harness.restart(reliabilityWith([launch({ signOff })]));
    await decide(harness, await ask(harness), {}, ada);
    expect((await phaseOf(harness)).signOff?.by).toBe('user:default/ada');
  });

  it('that is returned leaves its comments at the items until they are answered again', async () => {
    const review = await ask(harness);
    await decide(harness, review, {
      decision: 'return',
      comments: { runbook: 'The link is dead' },
    });
    expect((await stateOf(harness, 'runbook')).comment).toEqual({
      text: 'The link is dead',
      by: 'user:default/bob',
      at: '2026-11-20T13:00:00.000Z',
    });
    harness.clock.advance(DAY);
    await answer(harness, 'runbook', { evidence: [proof] });
    expect((await stateOf(harness, 'runbook')).comment).toBeNull();
    expect((await ask(harness)).state).toBe('requested');
  });

  it.each([
    ['ask', () => ask(harness)],
    [
      'decide',
      async () => {
        const [review] = (await list()).items;
        return decide(harness, review);
      },
    ],
  ])('of two who %s at once, one is told', async (what, act) => {
    if (what === 'decide') await ask(harness);
    const results = await Promise.allSettled([act(), act()]);
    const refused = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason.name] : [],
    );
    expect(refused).toEqual(['ConflictError']);
    expect((await list()).totalItems).toBe(1);
  });

  it('is listed with the others, newest first and in pages', async () => {
    for (const comment of ['one', 'two', 'three']) {
      harness.clock.advance(HOUR);
      const review = await ask(harness);
      await decide(harness, review, { decision: 'return', comment });
    }
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect([first, second].map(({ totalItems }) => totalItems)).toEqual([3, 3]);
    expect(
      [first, second].map(({ items }) => items.map(({ comment }) => comment)),
    ).toEqual([['three', 'two'], ['one']]);
    expect(second.nextCursor).toBeUndefined();
    const query = { limit: 9, phase: 'design' };
    expect(await harness.services.reviews.list(PATH, query, ada)).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('is listed only to those who see the service, by phases that are there', async () => {
    const { reviews } = harness.services;
    await expect(
      reviews.list(PATH, { limit: 9, phase: 'dusk' }, ada),
    ).rejects.toThrow(/^phase: there is no phase "dusk"/);
    harness.policy.readable = 'none';
    await expect(list()).rejects.toThrow(/is not a service/);
  });
});
