import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Harness } from './harness';
import { checklist, item } from './checklists';
import { refOf } from './entities';
import {
  BEST,
  get,
  NEVER,
  noService,
  RouteRequests,
  send,
  without,
} from './requests';
import { ladder, only } from './scorecards';

const ANSWER = 'reliability.readiness.answer';
const mayNotAnswer = /lack the permission reliability\.readiness\.answer/;
const REVIEWS = `${BEST}/checklists/signing/reviews`;
const noReview = /There is no such review/;
const asked = { phase: 'live' };
const withdraw = { decision: 'withdraw', contentHash: 'x' };
const approve = { decision: 'approve', contentHash: 'x' };
const decideOn = (id: string, body: object) =>
  send('post', `/reviews/${id}/decision`, body);

/**
 * The same portal with a checklist in which nothing is required, a review that is open in its first phase,
 * and one that is approved in its second.
 */
export async function withReviews(
  portal: Harness,
  reliability: JsonObject = {},
): Promise<Harness> {
  const items = [item('a', { required: false })];
  const harness = await portal.restart({
    ...only(ladder(), ladder({ id: 'second', title: 'Second' })),
    checklists: [checklist({ id: 'signing', title: 'Signing', items })],
    ...reliability,
  });
  const { knex, stores, services, clock } = harness;
  for (const [id, phaseId] of [
    ['open', 'design'],
    ['signed', 'pre-production'],
  ]) {
    await stores.reviews.insert(knex, {
      id,
      entityRef: refOf('best'),
      checklistId: 'signing',
      phaseId,
      state: 'requested',
      requestedBy: 'user:default/ada',
      requestedAt: clock.now,
      note: '',
      comment: '',
      comments: {},
    });
  }
  const bob = mockCredentials.user('user:default/bob');
  const { phases } = await services.readiness.get(
    refOf('best'),
    'signing',
    bob,
  );
  await services.reviews.decide(
    'signed',
    {
      decision: 'approve',
      contentHash: phases[1].contentHash,
      comment: '',
      comments: {},
    },
    bob,
  );
  return harness;
}

/** The routes of reviews; for a portal {@link withReviews}. */
export const reviewRequests = {
  requestReview: {
    ok: send('post', REVIEWS, asked),
    refusals: {
      400: [send('post', REVIEWS, { phase: 'x' }), /^phase: .*no phase "x"/],
      403: [without(ANSWER, send('post', REVIEWS, asked)), mayNotAnswer],
      404: [
        send('post', `${NEVER}/checklists/signing/reviews`, asked),
        noService,
      ],
      409: [
        send('post', REVIEWS, { phase: 'design' }),
        /user:default\/ada asked for a review of the phase/,
      ],
    },
  },
  listReviews: {
    ok: get(`${REVIEWS}?phase=design&limit=1`),
    refusals: {
      400: [get(`${REVIEWS}?cursor=x`), /^cursor: /],
      404: [get(`${BEST}/checklists/x/reviews`), /no checklist "x"/],
    },
  },
  decideReview: {
    ok: decideOn('open', withdraw),
    refusals: {
      400: [
        decideOn('open', { ...approve, decision: 'return' }),
        /^comment: say what has to change/,
      ],
      403: [without(ANSWER, decideOn('open', withdraw)), mayNotAnswer],
      404: [decideOn('never', approve), noReview],
      409: [decideOn('signed', approve), /was approved by user:default\/bob/],
    },
  },
  getDossier: {
    ok: get('/reviews/signed/dossier'),
    refusals: {
      400: [get('/reviews/signed/dossier?format=pdf'), /^format: /],
      404: [get('/reviews/open/dossier'), /was not approved/],
    },
  },
} satisfies Record<string, RouteRequests>;
