import {
  BEST,
  get,
  NEVER,
  noService,
  RouteRequests,
  send,
  without,
} from './requests';

const LIST = 'checklists/production-readiness';
const ITEMS = `${BEST}/${LIST}/items`;
const PROPOSALS = `${ITEMS}/rollback-tested/proposals`;
const found = {
  note: 'The log shows a rollback',
  evidence: [{ title: 'Log', url: 'https://wiki.example/log' }],
};
const propose = send('post', PROPOSALS, found);
const reject = send('delete', `${PROPOSALS}/x`);

/** The routes of proposed answers. */
export const proposalRequests = {
  listProposals: {
    ok: get(`${BEST}/${LIST}/proposals`),
    refusals: { 404: [get(`${NEVER}/${LIST}/proposals`), noService] },
  },
  proposeAnswer: {
    ok: propose,
    refusals: {
      400: [send('post', PROPOSALS, { note: 'x' }), /^note: /],
      403: [
        without('reliability.readiness.propose', propose),
        /lack the permission reliability\.readiness\.propose/,
      ],
      404: [send('post', `${ITEMS}/never/proposals`, found), /no item "never"/],
      409: [
        (api, harness) => {
          const stored = harness.stores.proposals;
          const waits = {
            entityRef: 'component:default/best',
            checklistId: 'production-readiness',
            itemId: 'rollback-tested',
            answer: 'yes' as const,
            version: 0,
            at: 0,
            ...found,
          };
          // The list is read by the request, after these have been asked for.
          stored.of = async () =>
            ['a', 'b', 'c', 'd', 'e'].map(by => ({ ...waits, id: by, by }));
          return propose(api, harness);
        },
        /^5 proposals wait/,
      ],
    },
  },
  dismissProposal: {
    ok: reject,
    refusals: {
      403: [
        without('reliability.readiness.answer', reject),
        /lack the permission reliability\.readiness\.answer/,
      ],
      404: [send('delete', `${ITEMS}/never/proposals/x`), /no item "never"/],
    },
  },
} satisfies Record<string, RouteRequests>;
