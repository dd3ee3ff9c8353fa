import {
  dimensionOutcome,
  type HeatCell,
  type HeatmapQuery,
  type HeatmapResponse,
  type RankedServiceItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { scorecardResponse } from '../src/testUtils/reliabilityApiMock';
import { narrow, page } from './companyQueries';

const { checks } = scorecardResponse().definition;
const dimensions = [...new Set(checks.map(({ dimension }) => dimension))];

const outcomes = [
  'pass',
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'exempt',
] as const;

/** The company by dimensions or checks. */
export function heatmap(query: HeatmapQuery): HeatmapResponse {
  const { columns = 'dimensions', order = 'asc' } = query;
  const found = narrow(query);
  if (order === 'desc') found.reverse();
  const heads =
    columns === 'dimensions'
      ? dimensions.map(id => ({ id, title: id, level: null, planned: false }))
      : checks.map(({ id, title, level, planned }) => ({
          id,
          title,
          level,
          planned: planned ?? false,
        }));
  const cell = (service: RankedServiceItem, at: number): HeatCell | null => {
    if (columns === 'checks') {
      if (service.outdated) return null;
      return { outcome: outcomes[(service.rank * 7 + at * at * 5) % 6] };
    }
    const dimension = service.dimensions[heads[at].id];
    return {
      outcome: dimensionOutcome(
        dimension && {
          ...dimension,
          failing: dimension.score < dimension.coverage ? 1 : 0,
          unknown: dimension.coverage < 1000 ? 1 : 0,
        },
      ),
      ...(dimension && {
        score: dimension.score,
        coverage: dimension.coverage,
      }),
    };
  };
  return {
    ...page(
      found.map(service => ({
        ...service,
        cells: heads.map((_, at) => cell(service, at)),
      })),
      query,
    ),
    columns: heads.map(({ planned, ...head }, at) => {
      const totals = {
        pass: 0,
        fail: 0,
        unknown: 0,
        'not-applicable': 0,
        exempt: 0,
        outdated: 0,
      };
      for (const service of found) {
        totals[cell(service, at)?.outcome ?? 'outdated'] += 1;
      }
      return {
        ...head,
        enforcement: planned ? 'planned' : 'enforced',
        totals,
      };
    }),
    levels: 3,
  };
}
