import type { Report } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'scorecard';

/** Which of the reports is shown: the one that the URL names, else the first. */
export function useScorecardChoice(reports: readonly Report[]) {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get(PARAMETER);
  const report =
    reports.find(({ scorecard }) => scorecard.id === wanted) ?? reports[0];
  const choose = useCallback(
    (id: string) =>
      setSearch(
        previous => {
          const next = new URLSearchParams(previous);
          next.set(PARAMETER, id);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return { report, choose };
}
