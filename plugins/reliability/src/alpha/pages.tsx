import {
  coreExtensionData,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';
import { REVIEWS } from './reviews';
import { SubPageBody } from './SubPageBody';

/**
 * `page:reliability`. It draws its sub pages itself: left to the blueprint, `/reliability` would redirect
 * to the first of them and lose the query, in which a shared link keeps its filters.
 */
export const reliabilityPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { config, inputs }) {
    const pages = inputs.pages.map(page => ({
      path: page.get(coreExtensionData.routePath).replace(/^\//, ''),
      title: page.get(coreExtensionData.title) ?? '',
      element: page.get(coreExtensionData.reactElement),
    }));
    return originalFactory({
      path: '/reliability',
      routeRef: rootRouteRef,
      noHeader: true,
      loader: () =>
        import('./ReliabilitySubPages').then(m => (
          <m.ReliabilitySubPages title={config.title} pages={pages} />
        )),
    });
  },
});

/** `sub-page:reliability/ranking`, at `/reliability` itself. */
export const rankingSubPage = SubPageBlueprint.make({
  name: 'ranking',
  params: {
    path: '',
    title: 'Services',
    loader: () =>
      import('../components/maturity/RankingPage').then(m => (
        <SubPageBody>
          <m.RankingPage />
        </SubPageBody>
      )),
  },
});

/** `sub-page:reliability/slos`, with the place where a draft is tried below it. */
export const slosSubPage = SubPageBlueprint.make({
  name: 'slos',
  params: {
    path: 'slos',
    title: 'SLOs',
    loader: () =>
      import('../components/slo/SloPages').then(m => (
        <SubPageBody>
          <m.SloPages />
        </SubPageBody>
      )),
  },
});

/** `sub-page:reliability/oncall` */
export const oncallSubPage = SubPageBlueprint.make({
  name: 'oncall',
  params: {
    path: 'oncall',
    title: 'On-call',
    loader: () =>
      import('../components/oncall/OncallPage').then(m => (
        <SubPageBody>
          <m.OncallPage />
        </SubPageBody>
      )),
  },
});

/** `sub-page:reliability/incidents`, with one incident and its postmortem below it. */
export const incidentsSubPage = SubPageBlueprint.make({
  name: 'incidents',
  params: {
    path: 'incidents',
    title: 'Incidents',
    loader: () =>
      import('../components/incidents/IncidentPages').then(m => (
        <SubPageBody>
          <m.IncidentPages />
        </SubPageBody>
      )),
  },
});

/** `sub-page:reliability/readiness` */
export const readinessSubPage = SubPageBlueprint.make({
  name: 'readiness',
  params: {
    path: 'readiness',
    title: 'Readiness',
    loader: () =>
      import('../components/readiness/ReadinessPage').then(m => (
        <SubPageBody>
          <m.ReadinessPage />
        </SubPageBody>
      )),
  },
});

/** `sub-page:reliability/tasks` */
export const tasksSubPage = SubPageBlueprint.make({
  name: 'tasks',
  params: {
    path: 'tasks',
    title: 'Tasks',
    loader: () =>
      import('../components/readiness/TasksPage').then(m => (
        <SubPageBody>
          <m.TasksPage />
        </SubPageBody>
      )),
  },
});

/** `sub-page:reliability/programme`, with its parts below it. */
export const programmeSubPage = SubPageBlueprint.make({
  name: 'programme',
  params: {
    path: 'programme',
    title: 'Programme',
    loader: () =>
      import('../components/maturity/programme/ProgrammePages').then(m => (
        <SubPageBody>
          <m.ProgrammePages />
        </SubPageBody>
      )),
  },
});

/** `sub-page:reliability/standards` */
export const standardsSubPage = SubPageBlueprint.make({
  name: 'standards',
  params: {
    path: 'standards',
    title: 'Standards',
    loader: () =>
      import('../components/tier/StandardsPage').then(m => (
        <SubPageBody>
          <m.StandardsPage />
        </SubPageBody>
      )),
  },
});

/** `sub-page:reliability/data-problems` */
export const dataProblemsSubPage = SubPageBlueprint.make({
  name: 'data-problems',
  params: {
    path: 'data-problems',
    title: 'Problems',
    loader: () =>
      import('../components/tier/DataProblemsPage').then(m => (
        <SubPageBody>
          <m.DataProblemsPage />
        </SubPageBody>
      )),
  },
});

/** `sub-page:reliability/reviews`, which is reached by links only and has no tab. */
export const reviewsSubPage = SubPageBlueprint.make({
  name: 'reviews',
  params: {
    path: REVIEWS,
    title: 'Dossier',
    loader: () =>
      import('./DossierSubPage').then(m => (
        <SubPageBody>
          <m.DossierSubPage />
        </SubPageBody>
      )),
  },
});
