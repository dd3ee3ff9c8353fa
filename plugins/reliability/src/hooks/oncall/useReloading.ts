import { useEffect } from 'react';
import type { LoadState } from '../useLoad';

/** As often as providers are asked by default. */
const PERIOD_MS = 5 * 60_000;

/** Reads again while it is looked at: a page left open must not name somebody who went off call. */
export function useReloading<T>(state: LoadState<T>): LoadState<T> {
  const reload = state.kind === 'ready' ? state.reload : undefined;
  useEffect(() => {
    if (!reload) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'hidden') reload();
    }, PERIOD_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return state;
}
