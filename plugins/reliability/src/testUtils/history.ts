import type {
  HistoryEntry,
  HistoryResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { bronze, gold, silver } from './levels';

/** A step of the history. */
export function historyEntry(
  overrides: Partial<HistoryEntry> = {},
): HistoryEntry {
  return {
    at: '2026-11-18T14:30:00.000Z',
    cause: 'service',
    level: { from: silver, to: bronze },
    score: { from: 820, to: 642 },
    coverage: 857,
    flips: [
      {
        check: 'runbook',
        title: 'Runbook is linked',
        from: 'pass',
        to: 'fail',
        cause: 'service',
        facts: [{ path: 'entity.links.runbook', before: 1, after: 0 }],
      },
    ],
    ...overrides,
  };
}

/** A month of history with a step of every cause. */
export function historyResponse(
  overrides: Partial<HistoryResponse> = {},
): HistoryResponse {
  const items = [
    historyEntry(),
    historyEntry({
      at: '2026-11-12T09:00:00.000Z',
      cause: 'data',
      by: 'source:clock',
      level: { from: silver, to: silver },
      score: { from: 900, to: 820 },
      flips: [
        {
          check: 'pageable',
          title: 'Somebody can be paged',
          from: 'pass',
          to: 'unknown',
          cause: 'data',
          facts: [{ path: 'facts["pager/responders"]', before: 4 }],
        },
      ],
    }),
    historyEntry({
      at: '2026-11-03T08:00:00.000Z',
      cause: 'rule',
      level: { from: gold, to: silver },
      score: { from: 1000, to: 900 },
      coverage: 1000,
      flips: [
        {
          check: 'load-tested',
          title: 'Load test has run',
          to: 'fail',
          cause: 'rule',
          facts: [],
        },
      ],
    }),
    historyEntry({
      at: '2026-10-22T08:00:00.000Z',
      cause: null,
      level: { from: null, to: gold },
      score: { from: null, to: 1000 },
      coverage: 1000,
      flips: [],
    }),
  ];
  return { items, totalItems: items.length, daily: daily(), ...overrides };
}

function daily(): HistoryResponse['daily'] {
  const first = Date.parse('2026-10-22T00:00:00.000Z');
  return Array.from({ length: 30 }, (_, day) => {
    const iso = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
    if (iso < '2026-11-03') {
      return { day: iso, level: gold, score: 1000, coverage: 1000 };
    }
    if (iso < '2026-11-12') {
      return { day: iso, level: silver, score: 900, coverage: 1000 };
    }
    return iso < '2026-11-18'
      ? { day: iso, level: silver, score: 820, coverage: 857 }
      : { day: iso, level: bronze, score: 642, coverage: 857 };
  });
}
