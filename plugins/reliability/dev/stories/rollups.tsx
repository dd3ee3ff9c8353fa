import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { ReliabilityApi } from '../../src/api';
import { GroupReliabilityCard } from '../../src/components/maturity/GroupReliabilityCard';
import { HeatmapPage } from '../../src/components/maturity/rollups/HeatmapPage';
import { RollupsPage } from '../../src/components/maturity/rollups/RollupsPage';
import { callMock } from '../../src/testUtils/callMock';
import {
  comparisonResponse,
  heatmapResponse,
  moversResponse,
  rollupFigures,
  rollupsResponse,
} from '../../src/testUtils/rollups';
import { companyApi } from '../company';
import { companyRollups } from '../companyRollups';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const full: ReliabilityApi = { ...companyApi, call: callMock(companyRollups) };
const none = rollupFigures({
  services: 0,
  score: 0,
  coverage: 0,
  dimensions: {},
  trend: null,
  levels: [],
});
const empty: ReliabilityApi = {
  ...companyApi,
  call: callMock({
    getHeatmap: () => heatmapResponse({ items: [], totalItems: 0 }),
    listRollups: () => rollupsResponse([], { whole: none }),
    getComparison: () => comparisonResponse([]),
    listMovers: () => moversResponse({ items: [], totalItems: 0, since: null }),
  }),
};
/** The page itself can be read, what is asked through it cannot. */
const half: ReliabilityApi = { ...companyApi, call: states.failed.call };

const apis = {
  full,
  empty,
  half,
  loading: states.loading,
  failed: states.failed,
  forbidden: states.forbidden,
};

const payments = (
  <EntityProvider
    entity={{
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'payments', namespace: 'default' },
      spec: { type: 'team', children: [] },
    }}
  >
    <div style={{ maxWidth: 560 }}>
      <GroupReliabilityCard />
    </div>
  </EntityProvider>
);

export const rollupStories: StoryDefinition[] = [
  ...Object.entries(apis).flatMap(([state, api]) => [
    {
      path: `rollups-map-${state}`,
      title: `Map, ${state}`,
      api,
      element: <HeatmapPage />,
    },
    {
      path: `rollups-teams-${state}`,
      title: `Teams, ${state}`,
      api,
      element: <RollupsPage />,
    },
  ]),
  {
    path: 'rollups-card',
    title: 'Group card with its radar',
    api: full,
    element: payments,
  },
];
