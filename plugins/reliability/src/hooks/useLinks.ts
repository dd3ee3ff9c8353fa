import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { rootRouteRef } from '../routes';
import { checkAnchor } from '../utils/anchors';

/** Where the pages of this plugin are. */
export function useLinks() {
  const root = useRouteRef(rootRouteRef);
  return useMemo(() => {
    const base = root().replace(/\/$/, '');
    return {
      /** The ranking, narrowed to the services of these owners. */
      ranking: (
        filter: { owner?: readonly string[]; scorecard?: string } = {},
      ) => {
        const search = new URLSearchParams();
        if (filter.scorecard) search.append('scorecard', filter.scorecard);
        filter.owner?.forEach(ref => search.append('owner', ref));
        const text = search.toString();
        return text ? `${base}?${text}` : base;
      },
      /** The standards, at one check where it is given. */
      standards: (at?: { scorecard: string; check: string }) =>
        at
          ? `${base}/standards#${checkAnchor(at.scorecard, at.check)}`
          : `${base}/standards`,
      /** The standards, at an anchor of `utils/anchors`. */
      standardsAt: (anchor: string) => `${base}/standards#${anchor}`,
      /** The readiness of the organisation. */
      readiness: () => `${base}/readiness`,
      /** What the reader owes. */
      tasks: () => `${base}/tasks`,
      /** The frozen copy of what a review approved. */
      dossier: (review: string) =>
        `${base}/reviews/${encodeURIComponent(review)}`,
      /** What the catalog says and could not be used. */
      dataProblems: () => `${base}/data-problems`,
    };
  }, [root]);
}
