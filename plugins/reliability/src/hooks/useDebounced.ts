import { useEffect, useState } from 'react';

/** Milliseconds of rest after which what was typed is used. */
export const TYPING_PAUSE = 300;

/** A value once it has not changed for a moment. */
export function useDebounced<T>(value: T, pause = TYPING_PAUSE): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
