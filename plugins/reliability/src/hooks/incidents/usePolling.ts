import { useEffect, useRef } from 'react';
import type { LoadState } from '../useLoad';

/** How often something that is going on is read again. */
export const INCIDENT_PERIOD_MS = 15_000;

/** How often anything else is read again: something may begin while one looks. */
export const QUIET_PERIOD_MS = 60_000;

type Ready<T> = Extract<LoadState<T>, { kind: 'ready' }>;

/** `stale` says that the last reading failed, and what is shown is older. */
export type Polled<T> = LoadState<T> & { stale: boolean };

/**
 * Reads again while the page is looked at: every 15 s while `active`, else every minute, as what is quiet may not
 * stay so. That happens quietly: nothing says that it is refreshing, and a reading that fails leaves what is
 * shown, marked as stale. `subject` is what it is about, as for `useLoad`.
 */
export function usePolling<T>(
  state: LoadState<T>,
  active: (value: T) => boolean,
  subject: string = '',
): Polled<T> {
  const quiet = useRef(false);
  const last = useRef<{ subject: string; ready: Ready<T> }>();
  if (state.kind === 'ready') last.current = { subject, ready: state };
  const before =
    quiet.current && last.current?.subject === subject
      ? last.current.ready
      : undefined;
  const shown = state.kind === 'ready' ? state : before;
  const again = shown?.reload;
  const period =
    shown && (active(shown.value) ? INCIDENT_PERIOD_MS : QUIET_PERIOD_MS);

  const settled = state.kind === 'ready' && !state.refreshing;
  useEffect(() => {
    if (settled) quiet.current = false;
  }, [settled]);
  useEffect(() => {
    if (!period || !again) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      quiet.current = true;
      again();
    }, period);
    return () => clearInterval(timer);
  }, [period, again]);

  if (!shown) return { ...state, stale: false };
  return {
    ...shown,
    refreshing: shown.refreshing && !quiet.current,
    stale: state.kind !== 'ready',
  };
}
