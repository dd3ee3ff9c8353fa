import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** The parts of the Reliability tab. */
export const serviceViews = [
  'maturity',
  'readiness',
  'slos',
  'oncall',
  'incidents',
] as const;
export type ServiceView = (typeof serviceViews)[number];

const parameters = ['view', 'checklist', 'item', 'review', 'slo'] as const;
export type ViewParameter = (typeof parameters)[number];

/** What the list of incidents keeps in the address. */
const ofLists = ['days', 'severity', 'status', 'q', 'limit', 'page', 'cursor'];

/** What the address says about the Reliability tab: its view, and what is shown of it. */
export function useServiceView() {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const change = useCallback(
    (
      patch: Partial<Record<ViewParameter, string | undefined>>,
      options?: { replace?: boolean },
    ) =>
      setSearch(previous => {
        const next = new URLSearchParams(previous);
        for (const [name, value] of Object.entries(patch)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      }, options),
    [setSearch],
  );
  /** The address of a view; what belongs to the others is left out. */
  const hrefOf = (view: ServiceView) => {
    const next = new URLSearchParams(search);
    [...parameters, ...ofLists].forEach(name => next.delete(name));
    if (view !== 'maturity') next.set('view', view);
    const text = next.toString();
    return text ? `${pathname}?${text}` : pathname;
  };
  const valueOf = (name: ViewParameter) => search.get(name) ?? undefined;
  return {
    view: serviceViews.find(view => view === search.get('view')) ?? 'maturity',
    valueOf,
    change,
    hrefOf,
  };
}
