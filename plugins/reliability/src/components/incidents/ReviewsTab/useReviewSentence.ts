import type { BudgetReview } from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import { useTranslation } from '../../../hooks/useTranslation';
import { timeText } from '../../../utils/incidents/times';
import { shareText } from '../../../utils/slo/numbers';

/** Closed days of a budget are days of UTC, whatever the reader's zone. */
const utcDay = (iso: string) =>
  DateTime.fromISO(iso, { zone: 'utc' }).toLocaleString(DateTime.DATE_MED);

/** What does not fit together, in a sentence. */
export function useReviewSentence(review: BudgetReview): string {
  const { t } = useTranslation();
  const { kind, share, sloTitle, from, to } = review;
  if (kind === 'dark-burn') {
    const words = { slo: sloTitle, day: utcDay(from) };
    return share === null
      ? t('incidentAdmin.reviews.darkUnknown', words)
      : t('incidentAdmin.reviews.dark', { ...words, share: shareText(share) });
  }
  const words = { slo: sloTitle, from: timeText(from), to: timeText(to) };
  return share === null
    ? t('incidentAdmin.reviews.blindUnknown', words)
    : t('incidentAdmin.reviews.blind', { ...words, share: shareText(share) });
}
