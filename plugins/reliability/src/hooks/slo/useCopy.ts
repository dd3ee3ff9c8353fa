import { useCallback, useEffect, useState } from 'react';

const SHOWN_MS = 4000;

/** Writes to the clipboard; the outcome goes after a moment. */
export function useCopy() {
  const [outcome, setOutcome] = useState<'done' | 'failed'>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = useCallback(async (text: string) => {
    try {
      // Absent where the page does not come over https.
      await navigator.clipboard.writeText(text);
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  }, []);
  return { outcome, copy };
}
