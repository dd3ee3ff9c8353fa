import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { relativeText } from '../../../utils/dates';
import { isConnected } from './isConnected';

/** Accounts are read every few minutes; one that was not for this long may not know what goes on. */
const OLD_MS = 30 * 60_000;

/** Why something might go on that is not known here, in words; undefined where there is no reason. */
export function useDoubt(
  value: Pick<
    ServiceIncidentsResponse,
    'sources' | 'at' | 'totalItems' | 'timeline'
  >,
): string | undefined {
  const { t } = useTranslation();
  const { sources, at, totalItems, timeline } = value;
  if (!isConnected(value)) {
    // Whoever records incidents here would have recorded this one.
    return totalItems + timeline.length > 0
      ? undefined
      : t('incidentTab.now.noneKnown');
  }
  const read = sources.filter(({ pushed }) => !pushed);
  const unread = read.find(({ readAt }) => readAt === null);
  if (unread) {
    return t('incidentTab.now.noneUnread', { account: unread.account });
  }
  const stale = read.find(
    ({ readAt }) => Date.parse(at) - Date.parse(readAt ?? at) > OLD_MS,
  );
  return (
    stale &&
    t('incidentTab.now.noneStale', {
      account: stale.account,
      relative: relativeText(stale.readAt ?? at),
    })
  );
}
