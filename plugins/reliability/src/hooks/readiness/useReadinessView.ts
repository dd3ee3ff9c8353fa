import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** The parts of the Reliability tab. */
export const serviceViews = ['maturity', 'readiness'] as const;
export type ServiceView = (typeof serviceViews)[number];

const parameters = ['view', 'checklist', 'item', 'review'] as const;
type Parameter = (typeof parameters)[number];

/** What the address says about the Reliability tab: its view, and what of the readiness is shown. */
export function useReadinessView() {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const change = useCallback(
    (
      patch: Partial<Record<Parameter, string | undefined>>,
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
  /** The address of a view; what belongs to the other one is left out. */
  const hrefOf = (view: ServiceView) => {
    const next = new URLSearchParams(search);
    parameters.forEach(name => next.delete(name));
    if (view !== 'maturity') next.set('view', view);
    const text = next.toString();
    return text ? `${pathname}?${text}` : pathname;
  };
  return {
    view: serviceViews.find(view => view === search.get('view')) ?? 'maturity',
    checklist: search.get('checklist') ?? undefined,
    item: search.get('item') ?? undefined,
    review: search.get('review') ?? undefined,
    change,
    hrefOf,
  };
}
