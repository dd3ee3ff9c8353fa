import type { CampaignLifecycle } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Badge } from '../../../common';

/** How far a campaign is, in a word. */
export function CampaignBadge({ state }: { state: CampaignLifecycle }) {
  const { t } = useTranslation();
  return (
    <Badge title={t(`campaigns.stateHelp.${state}`)}>
      {t(`campaigns.state.${state}`)}
    </Badge>
  );
}
