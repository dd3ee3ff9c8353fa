import type { CampaignResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../../common';
import { CampaignDialog } from '../form/CampaignDialog';
import { formOfCampaign } from '../form/campaignForm';
import { DecideDialog, type CampaignDecision } from './DecideDialog';

const decisions: Record<string, readonly CampaignDecision[]> = {
  draft: ['start', 'cancel'],
  running: ['end', 'cancel'],
};

/** Change, start, end and cancel; nothing once it is over. */
export function CampaignActions(props: {
  campaign: CampaignResponse;
  onChanged: (written: CampaignResponse) => void;
}) {
  const { campaign, onChanged } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState<CampaignDecision | 'edit'>();
  const possible = decisions[campaign.state];
  if (!possible) return null;
  const written = (next: CampaignResponse) => {
    setOpen(undefined);
    onChanged(next);
  };
  const close = () => setOpen(undefined);
  return (
    <>
      {(['edit', ...possible] as const).map(each => (
        <SmallButton key={each} onClick={() => setOpen(each)}>
          {t(`campaigns.actions.${each}`)}
        </SmallButton>
      ))}
      {open === 'edit' && (
        <CampaignDialog
          initial={formOfCampaign(campaign)}
          campaign={campaign}
          onWritten={written}
          onClose={close}
        />
      )}
      {open && open !== 'edit' && (
        <DecideDialog
          campaign={campaign}
          decision={open}
          onWritten={written}
          onClose={close}
        />
      )}
    </>
  );
}
