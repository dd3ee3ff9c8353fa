import type { CampaignProgressResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';

type Projection = NonNullable<CampaignProgressResponse['projection']>;

/** When a campaign is done at this pace, in a sentence. */
export function useProjectionWords(dueAt: string) {
  const { t } = useTranslation();
  return (projection: Projection): string => {
    switch (projection.kind) {
      case 'empty':
      case 'done':
        return t(`campaigns.progress.projection.${projection.kind}`);
      case 'too-early':
        return t('campaigns.progress.projection.too-early', {
          days: String(projection.days),
          needed: String(projection.needed),
        });
      case 'no-pace':
        return t('campaigns.progress.projection.no-pace', {
          days: String(projection.days),
          left: String(projection.left),
        });
      default: {
        const { doneOn, perWeek } = projection;
        const words = { perWeek: String(perWeek), due: dayText(dueAt) };
        if (projection.kind === 'on-time') {
          return t('campaigns.progress.projection.on-time', {
            ...words,
            doneOn: dayText(projection.doneOn),
          });
        }
        const short = String(projection.short);
        return doneOn === null
          ? t('campaigns.progress.projection.never', { ...words, short })
          : t('campaigns.progress.projection.late', {
              ...words,
              short,
              doneOn: dayText(doneOn),
            });
      }
    }
  };
}
