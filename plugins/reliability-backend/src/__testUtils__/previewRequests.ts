import { PreviewStore } from '../maturity/previews/PreviewStore';
import { refOf } from './entities';
import { Harness } from './harness';
import { get, RouteRequests, send, without } from './requests';

const PREVIEW = '/previews/kept';
const RUN = 'reliability.preview.run';
const tiers = { 'tier-0': { rto: 'PT5M' } };
const noPreview = /no preview "never"; one is kept for 24 hours/;
const wrong = { changes: { checks: [{ id: 'tested', pass: 'owner ==' }] } };

const level = { id: 'bronze', name: 'Bronze', index: 0 };

/** Keeps a preview of one service, made an hour before the requests. */
export const withPreview = ({ knex, clock }: Harness) =>
  new PreviewStore().add(knex, {
    id: 'kept',
    madeBy: 'user:default/ada',
    madeAt: clock.now,
    expiresAt: clock.now + 24 * 60 * 60 * 1000,
    rules: {
      scorecard: { id: 'ladder', title: 'Ladder' },
      definition: {
        id: 'ladder',
        title: 'Ladder',
        levels: [{ id: 'bronze', name: 'Bronze' }],
        checks: [
          {
            id: 'owned',
            title: 'Owned',
            level: 'bronze',
            dimension: 'general',
            weight: 1,
            pass: 'entity.ownerExists',
          },
        ],
      },
      tiers: {},
    },
    services: [
      {
        entityRef: refOf('best'),
        title: 'Best',
        owner: 'group:default/red',
        tier: { id: 'tier-1', name: 'Tier 1', rank: 1 },
        change: 'down',
        before: { level, score: 1000 },
        after: { level: { id: 'none', name: 'No level', index: -1 }, score: 0 },
        causes: [{ id: 'owned', title: 'Owned', outcome: 'fail' }],
        missingScore: 0,
        flips: [{ check: 'owned', from: 'pass', to: 'fail' }],
      },
    ],
  });

/** The routes of previews and of the cheapest path. */
export const previewRequests = {
  runPreview: {
    ok: send('post', '/previews', { tiers }),
    refusals: {
      400: [send('post', '/previews', wrong), /^changes\.checks\[0\]\.pass: /],
      403: [
        without(RUN, send('post', '/previews', { tiers })),
        /lack the permission reliability\.preview\.run/,
      ],
      404: [send('post', '/previews', { scorecard: 'x' }), /no scorecard "x"/],
      409: [
        (api, harness) => {
          harness.services.programme.previews.slots.enter('user:default/mock');
          return api.call('post', '/previews', { tiers });
        },
        /You run a preview already/,
      ],
    },
  },
  getPreview: {
    ok: get(PREVIEW),
    refusals: { 404: [get('/previews/never'), noPreview] },
  },
  listPreviewServices: {
    ok: get(`${PREVIEW}/services?change=down&limit=1`),
    refusals: {
      400: [get(`${PREVIEW}/services?change=sideways`), /^change: /],
      404: [get('/previews/never/services'), noPreview],
    },
  },
  getCheapestPath: {
    ok: get('/cheapest-path?goal=silver&limit=1'),
    refusals: {
      400: [get('/cheapest-path?goal=x'), /^goal: unknown level "x"/],
      404: [get('/cheapest-path?goal=x&scorecard=x'), /no scorecard "x"/],
    },
  },
} satisfies Record<string, RouteRequests>;
