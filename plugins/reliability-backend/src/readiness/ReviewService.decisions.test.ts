import { mockCredentials } from '@backstage/backend-test-utils';
import { Review } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { item } from '../__testUtils__/checklists';
import { refOf } from '../__testUtils__/entities';
import { Harness } from '../__testUtils__/harness';
import {
  ada,
  answer,
  bob,
  launch,
  openReadinessPortal,
  proof,
  reliabilityWith,
} from '../__testUtils__/readiness';
import { ask, decide, eve, phaseOf } from '../__testUtils__/reviews';

jest.setTimeout(60_000);

const databases = testDatabases();
const REVIEW = 'reliability.readiness.review';
const machine = mockCredentials.service('plugin:bot');

describe.each(databases.eachSupportedId())('a decision on %s', id => {
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

  it.each<[string, (review: Review) => unknown, RegExp]>([
    [
      'by who asked for it',
      review => decide(harness, review, {}, ada),
      /The one who asked for a review cannot decide on it/,
    ],
    [
      'by the author of an answer of the phase',
      async review => {
        await decide(harness, review, { decision: 'withdraw' });
        await decide(harness, await ask(harness, { who: eve }), {}, ada);
      },
      /Somebody who answered an item of the phase cannot sign it off/,
    ],
    [
      'by a machine',
      review => decide(harness, review, {}, machine),
      /Only a person can decide on a review/,
    ],
    [
      'without the permission to review',
      review => {
        harness.policy.denied.add(REVIEW);
        return decide(harness, review);
      },
      /lack the permission reliability\.readiness\.review/,
    ],
    [
      'twice',
      async review => {
        await decide(harness, review);
        await decide(harness, review, { decision: 'return', comment: 'No' });
      },
      /The review was approved by user:default\/bob at 2026-11-20T13:00:00\.000Z already/,
    ],
    [
      'when an answer changed since it was read',
      async review => {
        const { contentHash } = await phaseOf(harness);
        await answer(harness, 'runbook', { note: '?', evidence: [proof] });
        await decide(harness, review, { contentHash });
      },
      /The phase was changed since you read it: read it again/,
    ],
    [
      'when an item is missing by now',
      async review => {
        await answer(harness, 'runbook', { answer: 'no' });
        await decide(harness, review);
      },
      /Required items are missing by now.*"Item runbook"/,
    ],
    [
      'with a comment on an item of another phase',
      review => decide(harness, review, { comments: { rollback: 'x' } }),
      /^comments: there is no item "rollback" in the phase live/,
    ],
    [
      'when there is no such review',
      review => decide(harness, { ...review, id: 'never' }),
      /There is no such review/,
    ],
    [
      'where the service is hidden',
      async review => {
        const { contentHash } = await phaseOf(harness);
        harness.policy.readable = [refOf('cart')];
        await harness.services.reviews.decide(
          review.id,
          { decision: 'approve', contentHash, comment: '', comments: {} },
          bob,
        );
      },
      /There is no such review, or the catalog does not show you its service/,
    ],
    [
      'when its phase is gone',
      async review => {
        const phases = [{ id: 'one', title: 'One' }];
        const changed = launch({
          phases,
          items: [item('a', { phase: 'one' })],
        });
        harness = await harness.restart(reliabilityWith([changed]));
        await decide(harness, { id: review.id, phase: { id: 'one' } });
      },
      /^phase: there is no phase "live"/,
    ],
  ])('is refused %s', async (_, act, message) => {
    const review = await ask(harness);
    await expect((async () => act(review))()).rejects.toThrow(message);
  });
});
