import type { Campaign } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText, relativeText } from '../../../../utils/dates';

/** When a campaign starts, is due or was over. */
export function CampaignTime({
  campaign,
}: {
  campaign: Pick<Campaign, 'state' | 'startsAt' | 'dueAt' | 'endedAt'>;
}) {
  const { state, startsAt, dueAt, endedAt } = campaign;
  const { t } = useTranslation();
  switch (state) {
    case 'draft':
      return (
        <>
          {t('campaigns.starts', { day: dayText(startsAt) })},{' '}
          {t('campaigns.due', { day: dayText(dueAt) })}
        </>
      );
    case 'running':
      return (
        <span title={relativeText(dueAt)}>
          {t('campaigns.due', { day: dayText(dueAt) })}
        </span>
      );
    default: {
      const day = dayText(endedAt ?? dueAt);
      return (
        <>
          {state === 'ended'
            ? t('campaigns.overSince', { day })
            : t('campaigns.cancelledOn', { day })}
        </>
      );
    }
  }
}
