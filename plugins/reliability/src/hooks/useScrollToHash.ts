import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Brings the part of the page that the address names (`#id`) into view, and the focus with it: when the
 * part has been loaded, and whenever the address changes. The router does neither.
 */
export function useScrollToHash(ready: boolean) {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!ready || hash.length < 2) return;
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    target?.scrollIntoView?.({ block: 'start' });
    target?.focus({ preventScroll: true });
  }, [ready, hash, key]);
}
