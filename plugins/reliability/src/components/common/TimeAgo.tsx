import { DateTime } from 'luxon';
import { useEffect, useReducer } from 'react';

const MINUTE = 60_000;

/** How long ago, in words; the exact time is in the tooltip. */
export function TimeAgo({ at }: { at: string }) {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(again, MINUTE);
    return () => clearInterval(timer);
  }, []);
  const time = DateTime.fromISO(at);
  return (
    <time
      dateTime={at}
      title={time.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)}
    >
      {time.toRelative({ style: 'long' }) ?? at}
    </time>
  );
}
