import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { rootRouteRef } from '../routes';
import { checkAnchor } from '../utils/anchors';

interface RankingFilter {
  scorecard?: string;
  tier?: readonly string[];
  owner?: readonly string[];
  system?: readonly string[];
  /** Id of a check of the scorecard. */
  check?: string;
  /** Of the check, which otherwise fails. */
  outcome?: 'fail' | 'unknown';
}

/** Where the pages of this plugin are. */
export function useLinks() {
  const root = useRouteRef(rootRouteRef);
  return useMemo(() => {
    const base = root().replace(/\/$/, '');
    return {
      /** The ranking, narrowed to these services, or to those with an outcome of a check. */
      ranking: (filter: RankingFilter = {}) => {
        const search = new URLSearchParams();
        if (filter.scorecard) search.append('scorecard', filter.scorecard);
        for (const name of ['tier', 'owner', 'system'] as const) {
          filter[name]?.forEach(value => search.append(name, value));
        }
        if (filter.check) search.append('check', filter.check);
        if (filter.outcome) search.append('outcome', filter.outcome);
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
      /** The SLOs of the company. */
      slos: () => `${base}/slos`,
      /** Who is on call for what, the whole company. */
      oncall: () => `${base}/oncall`,
      /** The incidents of the company, or one of its other lists. */
      incidents: (tab?: string) =>
        tab ? `${base}/incidents?tab=${tab}` : `${base}/incidents`,
      incident: (id: string) => `${base}/incidents/${encodeURIComponent(id)}`,
      postmortem: (id: string) =>
        `${base}/incidents/${encodeURIComponent(id)}/postmortem`,
      /** Where a draft of an SLO is tried, for a service where it is given. */
      sloDraft: (entityRef?: string) =>
        entityRef
          ? `${base}/slos/draft?service=${encodeURIComponent(entityRef)}`
          : `${base}/slos/draft`,
      /** Decisions, waivers and policies of the load line. */
      gate: (view?: 'waivers' | 'policies') =>
        view ? `${base}/programme/gate?view=${view}` : `${base}/programme/gate`,
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
