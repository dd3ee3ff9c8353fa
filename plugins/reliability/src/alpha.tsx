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
  groupFollowUpsCard,
  groupOncallCard,
} from './alpha/entity';
import {
  myFollowUpsWidget,
  myOncallWidget,
  myServicesWidget,
  myTasksWidget,
} from './alpha/home';
import {
  dataProblemsSubPage,
  incidentsSubPage,
  oncallSubPage,
  programmeSubPage,
  rankingSubPage,
  readinessSubPage,
  reliabilityPage,
  reviewsSubPage,
  slosSubPage,
  standardsSubPage,
  tasksSubPage,
} from './alpha/pages';
import { searchResultListItem } from './alpha/search';
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
    incidentsSubPage,
    readinessSubPage,
    tasksSubPage,
    programmeSubPage,
    standardsSubPage,
    dataProblemsSubPage,
    reviewsSubPage,
    entitySummaryCard,
    entityOncallCard,
    entityGroupCard,
    groupOncallCard,
    groupFollowUpsCard,
    entityContent,
    myServicesWidget,
    myTasksWidget,
    myOncallWidget,
    myFollowUpsWidget,
    searchResultListItem,
  ],
});
