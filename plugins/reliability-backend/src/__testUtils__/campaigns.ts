import { mockCredentials } from '@backstage/backend-test-utils';
import {
  Campaign,
  campaignScopeSchema,
  campaignServicesQuerySchema,
  createCampaignRequestSchema,
  CreateCampaignRequest,
  listCampaignsQuerySchema,
  ListCampaignsQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { refOf } from './entities';
import { Harness, HarnessOptions } from './harness';
import { openRankedPortal } from './portal';
import { check, ladder, only } from './scorecards';

const lead = mockCredentials.user('user:default/lead');

/** Bronze for an owner, Silver for tests; a restore that is tested will count one day. */
export const withPlanned = ladder({
  checks: [
    check('owned', { pass: 'entity.ownerExists' }),
    check('tested', { level: 'silver', pass: 'facts["ci/coverage"] >= 80.0' }),
    check('restore', { planned: true, pass: 'facts["ci/restore"] == true' }),
  ],
});

/** The portal of `openRankedPortal` with a planned check. */
export const openCampaignPortal = (
  knex: Knex,
  options: Omit<HarnessOptions, 'knex' | 'entities'> = {},
): Promise<Harness> =>
  openRankedPortal(knex, { reliability: only(withPlanned), ...options });

export const asked = (
  changed: Partial<CreateCampaignRequest> = {},
): CreateCampaignRequest => ({
  title: 'Everything is tested',
  owner: 'group:default/red',
  startsAt: '2026-11-20',
  dueAt: '2027-03-31',
  scorecard: 'ladder',
  checks: ['tested'],
  ...changed,
});

/** What tests do with campaigns, as the API would. */
export const campaignsOf = ({ services }: Harness, who = lead) => {
  const {
    campaigns,
    campaignReader,
    campaignServices,
    campaignProgress,
    campaignEnforcement,
  } = services.programme.campaigns;
  const [task] = services.programme.tasks.filter(
    ({ id }) => id === 'reliability-campaigns',
  );
  return {
    create: (changed: Partial<CreateCampaignRequest> = {}) =>
      campaigns.create(createCampaignRequestSchema.parse(asked(changed)), who),
    get: (id: string) => campaignReader.get(id, who),
    list: (query: ListCampaignsQuery = {}) =>
      campaignReader.list(listCampaignsQuerySchema.parse(query), who),
    decide: (id: string, action: 'start' | 'end' | 'cancel', note = '') =>
      campaigns.decide(id, { action, note }, who),
    patch: (id: string, version: number, changed: object) =>
      campaigns.patch(id, { version, ...changed }, who),
    services: (id: string, query: object = {}) =>
      campaignServices.list(id, campaignServicesQuerySchema.parse(query), who),
    progress: (id: string, owner?: string) =>
      campaignProgress.progress(id, { owner }, who),
    teams: (id: string) => campaignProgress.teams(id, { limit: 50 }, who),
    preview: (scope: object) =>
      campaignProgress.preview(campaignScopeSchema.parse(scope), who),
    enforcement: (id: string, from: string) =>
      campaignEnforcement.preview(id, { from }, who),
    ofService: (name: string) => campaignServices.ofService(refOf(name), who),
    runTask: () => task.run(),
  };
};

/** The numbers as `done of total, exempt, unknown`. */
export const numbers = ({ totals }: Pick<Campaign, 'totals'>) =>
  `${totals.done} of ${totals.total}, ${totals.exempt} exempt, ${totals.unknown} unknown`;
