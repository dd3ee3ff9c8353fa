import { useEffect, useRef } from 'react';

/** Puts the focus on an element when it appears in a popover that the reader opened for it. */
export function useFocusWhenShown<T extends HTMLElement>() {
  const ref = useRef<T>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
