import {
  isOpen,
  type IncidentResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText, relativeText } from '../../../utils/dates';

/** What the postmortem wants next, in words; undefined where it wants nothing yet. */
export function usePostmortemStep(
  incident: Pick<IncidentResponse, 'postmortem' | 'status' | 'isPrivate'>,
): string | undefined {
  const { t } = useTranslation();
  const { state, dueAt } = incident.postmortem;
  const due = dueAt
    ? { day: dayText(dueAt), relative: relativeText(dueAt) }
    : undefined;
  switch (state) {
    case 'missing':
      return due
        ? t('incidentPage.next.writeUntil', due)
        : t('incidentPage.next.write');
    case 'overdue':
      return due
        ? t('incidentPage.next.writeLate', { day: due.day })
        : t('incidentPage.next.write');
    case 'draft':
      return due
        ? t('incidentPage.next.finishUntil', due)
        : t('incidentPage.next.finish');
    case 'in-review':
      return due
        ? t('incidentPage.next.reviewUntil', due)
        : t('incidentPage.next.review');
    case 'published':
      return t('incidentPage.next.read');
    default:
      return isOpen(incident.status) || incident.isPrivate
        ? undefined
        : t('incidentPage.next.optional');
  }
}
