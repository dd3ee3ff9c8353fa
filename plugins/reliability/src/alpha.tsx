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
  entitySummaryCard,
} from './alpha/entity';
import { myServicesWidget, myTasksWidget } from './alpha/home';
import {
  dataProblemsSubPage,
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
    readinessSubPage,
    tasksSubPage,
    standardsSubPage,
    dataProblemsSubPage,
    reviewsSubPage,
    entitySummaryCard,
    entityGroupCard,
    entityContent,
    myServicesWidget,
    myTasksWidget,
  ],
});
