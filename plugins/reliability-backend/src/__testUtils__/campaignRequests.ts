import { StoredCampaign } from '../maturity/campaigns/campaignRow';
import { Harness } from './harness';
import {
  ApiRequest,
  BEST,
  get,
  NEVER,
  noService,
  RouteRequests,
  send,
  without,
} from './requests';

const MANAGE = 'reliability.campaign.manage';
const mayNotManage = /lack the permission reliability\.campaign\.manage/;
const noCampaign = /no campaign "never"/;

const campaign = (changed: Partial<StoredCampaign>): StoredCampaign => ({
  id: 'run',
  title: 'Everything is tested',
  goal: '',
  owner: 'group:default/red',
  state: 'running',
  startsAt: '2026-11-01',
  dueAt: '2027-03-31',
  scorecard: 'ladder',
  filter: {},
  checks: ['tested'],
  items: [],
  startedAt: Date.parse('2026-11-01T00:00:00Z'),
  createdBy: 'user:default/bob',
  createdAt: Date.parse('2026-11-01T00:00:00Z'),
  changedBy: 'user:default/bob',
  changedAt: Date.parse('2026-11-01T00:00:00Z'),
  version: 1,
  ...changed,
});

/** A campaign that runs, a draft and one that is over. */
export async function withCampaigns({ knex, stores }: Harness): Promise<void> {
  await knex.transaction(async tx => {
    await stores.campaigns.create(tx, campaign({}));
    await stores.campaigns.create(
      tx,
      campaign({ id: 'draft', state: 'draft', startsAt: '2027-01-01' }),
    );
    await stores.campaigns.create(
      tx,
      campaign({
        id: 'over',
        state: 'ended',
        endedAt: Date.parse('2026-11-02T00:00:00Z'),
        endedBy: 'user:default/bob',
        result: {
          day: '2026-11-02',
          total: 4,
          done: 1,
          exempt: 0,
          unknown: 1,
        },
      }),
    );
  });
}

const scope = { scorecard: 'ladder', checks: ['tested'] };
const asked = {
  ...scope,
  title: 'New',
  owner: 'group:default/red',
  startsAt: '2026-12-01',
  dueAt: '2027-01-01',
};
const post = (path: string, body: object): ApiRequest =>
  send('post', path, body);
const patch = (id: string, body: object): ApiRequest =>
  send('patch', `/campaigns/${id}`, { version: 1, ...body });
const decide = (id: string, action: string) =>
  post(`/campaigns/${id}/decision`, { action });
const enforce = (id: string, from: string) =>
  post(`/campaigns/${id}/enforcement`, { from });

/** The routes of campaigns; for a portal `withCampaigns`. */
export const campaignRequests = {
  listCampaigns: {
    ok: get('/campaigns?state=running&owner=group:default/red&limit=1'),
    refusals: {
      400: [get('/campaigns?state=lost'), /^state: expected one of/],
    },
  },
  createCampaign: {
    ok: post('/campaigns', asked),
    refusals: {
      400: [
        post('/campaigns', { ...asked, checks: ['x'] }),
        /^checks\[0\]: there is no check "x" in the scorecard ladder/,
      ],
      403: [without(MANAGE, post('/campaigns', asked)), mayNotManage],
    },
  },
  previewCampaign: {
    ok: post('/campaigns/preview', scope),
    refusals: {
      400: [
        post('/campaigns/preview', { ...scope, scorecard: 'x' }),
        /^scorecard: there is no scorecard "x"/,
      ],
    },
  },
  getCampaign: {
    ok: get('/campaigns/run'),
    refusals: { 404: [get('/campaigns/never'), noCampaign] },
  },
  patchCampaign: {
    ok: patch('run', { goal: 'So that we sleep' }),
    refusals: {
      400: [patch('run', { dueAt: 'soon' }), /^dueAt: expected a day/],
      403: [without(MANAGE, patch('run', { goal: 'x' })), mayNotManage],
      404: [patch('never', {}), noCampaign],
      409: [
        patch('over', { goal: 'x' }),
        /was ended by user:default\/bob at 2026-11-02/,
      ],
    },
  },
  decideCampaign: {
    ok: decide('draft', 'start'),
    refusals: {
      400: [decide('draft', 'delay'), /^action: /],
      403: [without(MANAGE, decide('draft', 'start')), mayNotManage],
      404: [decide('never', 'start'), noCampaign],
      409: [decide('over', 'start'), /was ended by user:default\/bob/],
    },
  },
  listCampaignServices: {
    ok: get('/campaigns/run/services?state=open&state=done&limit=1'),
    refusals: {
      400: [get('/campaigns/run/services?state=x'), /^state: expected one of/],
      404: [get('/campaigns/never/services'), noCampaign],
    },
  },
  listCampaignTeams: {
    ok: get('/campaigns/run/teams?limit=1'),
    refusals: {
      400: [get('/campaigns/run/teams?limit=0'), /^limit: /],
      404: [get('/campaigns/never/teams'), noCampaign],
    },
  },
  getCampaignProgress: {
    ok: get('/campaigns/run/progress?owner=group:default/red'),
    refusals: {
      400: [get('/campaigns/run/progress?owner=a&owner=b'), /^owner: /],
      404: [get('/campaigns/never/progress'), noCampaign],
    },
  },
  previewCampaignEnforcement: {
    ok: enforce('run', '2027-04-01'),
    refusals: {
      400: [enforce('run', '2026-01-01'), /^from: expected today or a later/],
      403: [without(MANAGE, enforce('run', '2027-04-01')), mayNotManage],
      404: [enforce('never', '2027-04-01'), noCampaign],
    },
  },
  getServiceCampaigns: {
    ok: get(`${BEST}/campaigns`),
    refusals: { 404: [get(`${NEVER}/campaigns`), noService] },
  },
} satisfies Record<string, RouteRequests>;
