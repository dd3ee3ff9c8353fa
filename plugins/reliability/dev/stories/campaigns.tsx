import { CampaignDialog } from '../../src/components/maturity/campaigns/form/CampaignDialog';
import { filledForm } from '../../src/components/maturity/campaigns/form/campaignForm';
import { CampaignList } from '../../src/components/maturity/campaigns/list/CampaignList';
import { CampaignPage } from '../../src/components/maturity/campaigns/page/CampaignPage';
import { ServiceCampaigns } from '../../src/components/maturity/campaigns/ServiceCampaigns';
import type { ReliabilityApi } from '../../src/api';
import {
  campaignAnswers,
  campaignProgress,
  campaignResponse,
  campaignService,
  campaignServicesResponse,
  campaignsResponse,
} from '../../src/testUtils/campaigns';
import { callMock, type Answers } from '../../src/testUtils/callMock';
import { companyApi } from '../company';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const api = (answers: Answers = {}): ReliabilityApi => ({
  ...companyApi,
  call: callMock({ ...campaignAnswers, ...answers }),
});

const running = campaignService('ledger');
const list = <CampaignList />;
const page = <CampaignPage id="c1" />;
const totals = { total: 31, done: 0, open: 28, exempt: 0, unknown: 3 };
const first = { day: '2026-11-20', total: 31, done: 0, exempt: 0, unknown: 3 };

/** Goals with a date, in every state. */
export const campaignStories: StoryDefinition[] = [
  { path: 'campaigns', title: 'Campaigns', api: api(), element: list },
  {
    path: 'campaigns-empty',
    title: 'Campaigns, none yet',
    api: api({ listCampaigns: () => campaignsResponse([]) }),
    element: list,
  },
  {
    path: 'campaigns-failed',
    title: 'Campaigns, failed',
    api: states.failed,
    element: list,
  },
  {
    path: 'campaigns-forbidden',
    title: 'Campaigns, forbidden',
    api: states.forbidden,
    element: list,
  },
  { path: 'campaign', title: 'Campaign', api: api(), element: page },
  {
    path: 'campaign-first-day',
    title: 'Campaign, first day',
    api: api({
      getCampaign: () => campaignResponse({ totals, filter: {} }),
      getCampaignProgress: () =>
        campaignProgress({
          now: totals,
          days: [first],
          ideal: [],
          projection: { kind: 'too-early', days: 0, needed: 7 },
        }),
    }),
    element: page,
  },
  {
    path: 'campaign-partial',
    title: 'Campaign, of which the reader sees a part',
    api: api({
      getCampaign: () => campaignResponse({ partial: true }),
      getCampaignProgress: () =>
        campaignProgress({
          partial: true,
          days: [],
          ideal: [],
          projection: null,
        }),
      listCampaignServices: () => campaignServicesResponse([]),
    }),
    element: page,
  },
  {
    path: 'campaign-ended',
    title: 'Campaign, ended',
    api: api(),
    element: <CampaignPage id="ended" />,
  },
  {
    path: 'campaign-failed',
    title: 'Campaign, failed',
    api: states.failed,
    element: page,
  },
  {
    path: 'campaign-not-found',
    title: 'Campaign, not found',
    api: states.notFound,
    element: page,
  },
  {
    path: 'campaign-form',
    title: 'Campaign, form',
    api: api(),
    element: (
      <CampaignDialog
        initial={{
          ...filledForm(new URLSearchParams('title=Restores are tested')),
          checks: ['tier-declared'],
        }}
        onWritten={() => {}}
        onClose={() => {}}
      />
    ),
  },
  {
    path: 'campaigns-of-service',
    title: 'Campaigns of a service',
    api: api({
      getServiceCampaigns: () => ({
        at: '2026-11-20T12:00:00Z',
        items: [
          { ...campaignResponse(), left: running.left, state: 'open' },
          {
            ...campaignResponse({ id: 'c2', title: 'No unknown owners' }),
            left: [],
            state: 'done',
          },
        ],
      }),
    }),
    element: <ServiceCampaigns entityRef="component:default/ledger" />,
  },
];
