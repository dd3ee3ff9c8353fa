import '@backstage/cli/asset-types';
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend -- this is an app, not the plugin
import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  Sidebar,
  SidebarItem,
  SidebarPage,
  SidebarScrollWrapper,
} from '@backstage/core-components';
import { createApiFactory } from '@backstage/core-plugin-api';
import { CatalogEntityPage } from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { createRoot } from 'react-dom/client';
import { Route } from 'react-router-dom';
import { ReliabilityPage, reliabilityApiRef } from '../src';
import { PlimsollIcon } from '../src/components/common';
import { companyApi } from './company';
import { Story } from './Story';
import { aftermathStories } from './stories/aftermath';
import { campaignStories } from './stories/campaigns';
import { changesStories } from './stories/changes';
import { entityStories } from './stories/entity';
import { exemptionStories } from './stories/exemptions';
import { gateStories } from './stories/gate';
import { incidentStories } from './stories/incidents';
import { kpisStories } from './stories/kpis';
import { oncallStories } from './stories/oncall';
import { pageStories } from './stories/pages';
import { previewsStories } from './stories/previews';
import { promiseStories } from './stories/promises';
import { readinessStories } from './stories/readiness';
import { reportsStories } from './stories/reports';
import { rollupStories } from './stories/rollups';
import { sloPageStories } from './stories/sloPages';
import { sloStories } from './stories/slos';

// Every screen and card in every state, in the classic frontend and without a backend:
// `yarn workspace @plimsoll/backstage-plugin-reliability start`.

const stories = [
  ...pageStories,
  ...entityStories,
  ...readinessStories,
  ...sloStories,
  ...sloPageStories,
  ...oncallStories,
  ...incidentStories,
  ...exemptionStories,
  ...aftermathStories,
  ...kpisStories,
  ...campaignStories,
  ...previewsStories,
  ...promiseStories,
  ...reportsStories,
  ...changesStories,
  ...rollupStories,
  ...gateStories,
];

const app = createApp({
  apis: [
    createApiFactory(reliabilityApiRef, companyApi),
    createApiFactory(catalogApiRef, catalogApiMock({ entities: [] })),
  ],
});

const App = app.createRoot(
  <AppRouter>
    <SidebarPage>
      <Sidebar>
        <SidebarScrollWrapper>
          <SidebarItem icon={PlimsollIcon} to="/reliability" text="Ranking" />
          {stories.map(story => (
            <SidebarItem
              key={story.path}
              icon={PlimsollIcon}
              to={`/stories/${story.path}`}
              text={story.title}
            />
          ))}
        </SidebarScrollWrapper>
      </Sidebar>
      <FlatRoutes>
        <Route path="/reliability" element={<ReliabilityPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        />
        {stories.map(story => (
          <Route
            key={story.path}
            path={`/stories/${story.path}`}
            element={<Story story={story} />}
          />
        ))}
      </FlatRoutes>
    </SidebarPage>
  </AppRouter>,
);

createRoot(document.getElementById('root')!).render(<App />);
