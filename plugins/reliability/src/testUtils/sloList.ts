import type {
  DryRunResponse,
  ListSlosResponse,
  UnderstoodSlo,
} from '@plimsoll/backstage-plugin-reliability-common';
import { NOW } from './levels';
import { sloResponse } from './slos';

/** Nothing in any status. */
export const noSloCounts: ListSlosResponse['counts'] = {
  error: 0,
  no_data: 0,
  no_traffic: 0,
  breached: 0,
  burning: 0,
  at_risk: 0,
  healthy: 0,
  pending: 0,
};

/** One page with one SLO, which is healthy; three services have none. */
export function listSlosResponse(
  overrides: Partial<ListSlosResponse> = {},
): ListSlosResponse {
  const { items = [sloResponse()] } = overrides;
  const counts = { ...noSloCounts };
  for (const { status } of items) counts[status] += 1;
  return {
    items,
    totalItems: items.length,
    counts,
    withoutSlo: 3,
    ...overrides,
  };
}

/** 99.9 % over 30 days, with one alert of each severity. */
export function understoodSlo(
  overrides: Partial<UnderstoodSlo> = {},
): UnderstoodSlo {
  return {
    name: 'availability',
    title: 'Requests succeed',
    method: 'Occurrences',
    window: { kind: 'rolling', duration: '30d', from: null, to: null },
    source: 'prod',
    objectives: [
      {
        id: '1',
        title: '',
        target: 999_000,
        budgetMs: 2_592_000,
        alerts: [
          {
            severity: 'page',
            long: '1h',
            short: '5m',
            factor: 14.4,
            threshold: 0.0144,
            budgetPercent: 2,
          },
          {
            severity: 'ticket',
            long: '3d',
            short: '6h',
            factor: 1,
            threshold: 0.001,
            budgetPercent: 10,
          },
        ],
      },
    ],
    openslo: 'apiVersion: openslo/v1\nkind: SLO\n',
    ...overrides,
  };
}

/** A week in which half of the budget went in an outage that would have paged somebody. */
export function dryRunResponse(
  objective: Partial<DryRunResponse['objectives'][number]> = {},
): DryRunResponse {
  const at = (days: number) =>
    new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
  return {
    name: 'availability',
    stepMs: 300_000,
    from: at(7),
    to: NOW,
    objectives: [
      {
        id: '1',
        title: '',
        target: 999_000,
        suggestedTarget: 999_500,
        points: [
          { at: at(7), remaining: null, sli: null },
          { at: at(5), remaining: 0.9, sli: 0.9999 },
          { at: at(3), remaining: 0.45, sli: 0.95 },
          { at: at(0), remaining: 0.4, sli: 0.9999 },
        ],
        alerts: [
          {
            severity: 'page',
            long: '1h',
            short: '5m',
            from: '2026-11-17T10:00:00.000Z',
            to: '2026-11-17T10:40:00.000Z',
          },
        ],
        ...objective,
      },
    ],
    diagnostics: [],
  };
}
