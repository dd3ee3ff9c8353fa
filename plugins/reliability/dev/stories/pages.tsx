import { RankingPage } from '../../src/components/maturity/RankingPage';
import { DataProblemsPage } from '../../src/components/tier/DataProblemsPage';
import { StandardsPage } from '../../src/components/tier/StandardsPage';
import {
  reliabilityApiMock,
  scorecardResponse,
  scorecardsResponse,
  summaryResponse,
} from '../../src/testUtils/reliabilityApiMock';
import { companyApi } from '../company';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const second = {
  id: 'launch',
  title: 'Ready to launch',
  levels: [{ id: 'ready', name: 'Ready' }],
};
const { items: cards } = scorecardsResponse();
const full = scorecardResponse();

const twoScorecards = {
  ...companyApi,
  getScorecards: async () => ({
    items: [
      ...cards,
      { ...cards[0], ...second, checks: cards[0].checks.slice(0, 2) },
    ],
  }),
  getScorecard: async (id: string) =>
    id === second.id
      ? {
          hash: '2',
          definition: {
            ...full.definition,
            ...second,
            description: 'What a service shows **before** its first customer.',
            levels: [{ ...second.levels[0], minScore: 80 }],
            checks: full.definition.checks.slice(0, 3).map((check, at) => ({
              ...check,
              level: 'ready',
              planned: at === 1 ? true : undefined,
              enforceFrom: at === 2 ? '2099-12-01' : undefined,
            })),
          },
        }
      : full,
};

const empty = reliabilityApiMock({
  getServices: async () => ({ items: [], totalItems: 0, rankedTotal: 0 }),
  getSummary: async () => summaryResponse({ total: 0 }),
  getTiers: async () => ({ items: [], hash: '' }),
  getScorecards: async () => ({ items: [] }),
  getFactCatalogue: async () => ({ items: [] }),
});

const ranking = <RankingPage />;
const standards = <StandardsPage />;
const problems = <DataProblemsPage />;

export const pageStories: StoryDefinition[] = [
  {
    path: 'ranking-two',
    title: 'Ranking, two scorecards',
    api: twoScorecards,
    element: ranking,
  },
  {
    path: 'ranking-empty',
    title: 'Ranking, no services',
    api: empty,
    element: ranking,
  },
  {
    path: 'ranking-loading',
    title: 'Ranking, loading',
    api: states.loading,
    element: ranking,
  },
  {
    path: 'ranking-failed',
    title: 'Ranking, failed',
    api: states.failed,
    element: ranking,
  },
  {
    path: 'ranking-unreachable',
    title: 'Ranking, no answer',
    api: states.unreachable,
    element: ranking,
  },
  {
    path: 'ranking-forbidden',
    title: 'Ranking, forbidden',
    api: states.forbidden,
    element: ranking,
  },
  {
    path: 'standards-two',
    title: 'Standards, two scorecards',
    api: twoScorecards,
    element: standards,
  },
  {
    path: 'standards-empty',
    title: 'Standards, nothing configured',
    api: empty,
    element: standards,
  },
  {
    path: 'standards-loading',
    title: 'Standards, loading',
    api: states.loading,
    element: standards,
  },
  {
    path: 'standards-failed',
    title: 'Standards, failed',
    api: states.failed,
    element: standards,
  },
  {
    path: 'problems-none',
    title: 'Data problems, none',
    api: empty,
    element: problems,
  },
  {
    path: 'problems-failed',
    title: 'Data problems, failed',
    api: states.failed,
    element: problems,
  },
];
