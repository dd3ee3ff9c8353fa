import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import type { JSX } from 'react';
import { reliabilityApiRef, ReliabilityClient } from './api';
import type { ReliabilitySearchResultListItemProps } from './components/incidents/ReliabilitySearchResultListItem';
import { isReliabilityDocument } from './isReliabilityDocument';
import { rootRouteRef } from './routes';

/**
 * The plugin for the classic frontend system. The new one is the default export of `./alpha`.
 *
 * @public
 */
export const reliabilityPlugin = createPlugin({
  id: 'reliability',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: reliabilityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ReliabilityClient(deps),
    }),
  ],
});

/**
 * The ranking, the SLOs, who is on call, the incidents, the readiness, my tasks, the standards and the data
 * problems, for a route of its own:
 * `<Route path="/reliability" element={<ReliabilityPage />} />`.
 *
 * @public
 */
export const ReliabilityPage: () => JSX.Element | null =
  reliabilityPlugin.provide(
    createRoutableExtension({
      name: 'ReliabilityPage',
      component: () =>
        import('./components/ReliabilityClassicPage').then(
          m => m.ReliabilityClassicPage,
        ),
      mountPoint: rootRouteRef,
    }),
  );

/**
 * The tab on a service's page. Mount it at `/reliability`, because the ranking links there.
 *
 * @public
 */
export const EntityReliabilityContent: () => JSX.Element | null =
  reliabilityPlugin.provide(
    createComponentExtension({
      name: 'EntityReliabilityContent',
      component: {
        lazy: () =>
          import('./components/maturity/EntityReliabilityContent').then(
            m => m.EntityReliabilityContent,
          ),
      },
    }),
  );

/** The card on a service's overview. @public */
export const EntityReliabilityCard: () => JSX.Element | null =
  reliabilityPlugin.provide(
    createComponentExtension({
      name: 'EntityReliabilityCard',
      component: {
        lazy: () =>
          import('./components/maturity/EntityReliabilityCard').then(
            m => m.EntityReliabilityCard,
          ),
      },
    }),
  );

/** The card on a service's overview: who is on call, until when, and what is doubtful. @public */
export const EntityOncallCard: () => JSX.Element | null =
  reliabilityPlugin.provide(
    createComponentExtension({
      name: 'EntityOncallCard',
      component: {
        lazy: () =>
          import('./components/oncall/EntityOncallCard').then(
            m => m.EntityOncallCard,
          ),
      },
    }),
  );

/** The card on a group's page: its rotations, and who carries them. @public */
export const EntityGroupOncallCard: () => JSX.Element | null =
  reliabilityPlugin.provide(
    createComponentExtension({
      name: 'EntityGroupOncallCard',
      component: {
        lazy: () =>
          import('./components/oncall/GroupOncallCard').then(
            m => m.GroupOncallCard,
          ),
      },
    }),
  );

/** The card on a group's page: its open follow-ups, the overdue ones first. @public */
export const EntityGroupFollowUpsCard: () => JSX.Element | null =
  reliabilityPlugin.provide(
    createComponentExtension({
      name: 'EntityGroupFollowUpsCard',
      component: {
        lazy: () =>
          import('./components/incidents/GroupFollowUpsCard').then(
            m => m.GroupFollowUpsCard,
          ),
      },
    }),
  );

/** The card on a group's page: the services that it owns. @public */
export const EntityGroupReliabilityCard: () => JSX.Element | null =
  reliabilityPlugin.provide(
    createComponentExtension({
      name: 'EntityGroupReliabilityCard',
      component: {
        lazy: () =>
          import('./components/maturity/GroupReliabilityCard').then(
            m => m.GroupReliabilityCard,
          ),
      },
    }),
  );

/** The card for the home page: the services of the reader and of their groups. @public */
export const MyServicesCard = reliabilityPlugin.provide(
  createCardExtension({
    name: 'MyServicesCard',
    title: 'My services',
    description:
      'Level, score and what needs attention of the services you own',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
    components: () =>
      import('./components/maturity/MyServicesCard').then(m => ({
        Content: m.MyServicesCard,
      })),
  }),
);

/** The card for the home page: what the reader and their groups owe to readiness. @public */
export const MyTasksCard = reliabilityPlugin.provide(
  createCardExtension({
    name: 'MyTasksCard',
    title: 'My readiness tasks',
    description:
      'Items of readiness checklists that you owe, and reviews that wait for you',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
    components: () =>
      import('./components/readiness/MyTasksCard').then(m => ({
        Content: m.MyTasksCard,
      })),
  }),
);

/** The card for the home page: what the reader is on call for. @public */
export const MyOncallCard = reliabilityPlugin.provide(
  createCardExtension({
    name: 'MyOncallCard',
    title: 'My on-call',
    description: 'What you are on call for, now and next',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
    components: () =>
      import('./components/oncall/MyOncallCard').then(m => ({
        Content: m.MyOncallCard,
      })),
  }),
);

/** The card for the home page: the follow-ups of the reader and of their groups. @public */
export const MyFollowUpsCard = reliabilityPlugin.provide(
  createCardExtension({
    name: 'MyFollowUpsCard',
    title: 'My follow-ups',
    description: 'What you and your groups still have to do after incidents',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
    components: () =>
      import('./components/incidents/MyFollowUpsCard').then(m => ({
        Content: m.MyFollowUpsCard,
      })),
  }),
);

/** Incidents and postmortems among the results of a search: a child of `SearchResult`. @public */
export const ReliabilitySearchResultListItem: (
  props: ReliabilitySearchResultListItemProps,
) => JSX.Element | null = reliabilityPlugin.provide(
  createSearchResultListItemExtension({
    name: 'ReliabilitySearchResultListItem',
    predicate: isReliabilityDocument,
    component: () =>
      import('./components/incidents/ReliabilitySearchResultListItem').then(
        m => m.ReliabilitySearchResultListItem,
      ),
  }),
);
