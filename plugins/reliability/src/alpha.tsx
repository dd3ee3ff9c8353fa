/**
 * Plimsoll for the new frontend system.
 *
 * @packageDocumentation
 */
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { reliabilityApi } from './alpha/api';
import {
  entityContent,
  entityGroupCard,
  entityOncallCard,
  entitySummaryCard,
  groupOncallCard,
} from './alpha/entity';
import { myOncallWidget, myServicesWidget, myTasksWidget } from './alpha/home';
import {
  dataProblemsSubPage,
  oncallSubPage,
  rankingSubPage,
  readinessSubPage,
  reliabilityPage,
  reviewsSubPage,
  slosSubPage,
  standardsSubPage,
  tasksSubPage,
} from './alpha/pages';
import { PlimsollIcon } from './components/common';
import { rootRouteRef } from './routes';

export { reliabilityTranslationRef } from './translation';

/** @public */
export default createFrontendPlugin({
  pluginId: 'reliability',
  title: 'Reliability',
  icon: <PlimsollIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    reliabilityApi,
    reliabilityPage,
    rankingSubPage,
    slosSubPage,
    oncallSubPage,
    readinessSubPage,
    tasksSubPage,
    standardsSubPage,
    dataProblemsSubPage,
    reviewsSubPage,
    entitySummaryCard,
    entityOncallCard,
    entityGroupCard,
    groupOncallCard,
    entityContent,
    myServicesWidget,
    myTasksWidget,
    myOncallWidget,
  ],
});
