import { DateTime } from 'luxon';
import { useEffect, useReducer } from 'react';
import { useTranslation } from '../../hooks/useTranslation';

const MINUTE = 60_000;
/** Below this, seconds say little, and two clocks may disagree about past and future. */
const JUST_NOW = 45_000;

/** How long ago, in words; the exact time is in the tooltip. */
export function TimeAgo({ at }: { at: string }) {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(again, MINUTE);
    return () => clearInterval(timer);
  }, []);
  const { t } = useTranslation();
  const time = DateTime.fromISO(at);
  const justNow = Math.abs(time.diffNow().toMillis()) < JUST_NOW;
  return (
    <time
      dateTime={at}
      title={time.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)}
    >
      {justNow ? t('common.justNow') : time.toRelative({ style: 'long' }) ?? at}
    </time>
  );
}
