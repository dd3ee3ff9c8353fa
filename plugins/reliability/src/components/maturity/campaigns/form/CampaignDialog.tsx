import type {
  Campaign,
  CampaignResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../../hooks/useAction';
import { useCall } from '../../../../hooks/useCall';
import { useScorecardDefinitions } from '../../../../hooks/useStandards';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FormDialog, refusalOf } from '../../../common';
import { CampaignFields } from './CampaignFields';
import {
  patchOf,
  problemsOf,
  requestOf,
  type CampaignForm,
} from './campaignForm';
import { ScopeFields } from './ScopeFields';

/** Makes a campaign, or changes one, and shows what its scope comes to now. */
export function CampaignDialog(props: {
  initial: CampaignForm;
  /** Absent: a new one. */
  campaign?: Campaign;
  onWritten: (written: CampaignResponse) => void;
  onClose: () => void;
}) {
  const { initial, campaign, onWritten, onClose } = props;
  const { t } = useTranslation();
  const call = useCall();
  const [form, setForm] = useState(initial);
  const [tried, setTried] = useState(false);
  const problems = problemsOf(form);
  const scorecards = useScorecardDefinitions();
  const first = scorecards.kind === 'ready' ? scorecards.value[0]?.id : '';
  const scorecard = form.scorecard || first || '';
  const change = useCallback(
    (patch: Partial<CampaignForm>) =>
      setForm(before => ({ ...before, ...patch })),
    [],
  );
  const save = useCallback(
    () =>
      campaign
        ? call('patchCampaign', {
            id: campaign.id,
            body: patchOf(form, campaign),
          })
        : call('createCampaign', { body: requestOf({ ...form, scorecard }) }),
    [call, campaign, form, scorecard],
  );
  const { state, run } = useAction(save, onWritten);
  const submit = () => {
    setTried(true);
    if (!Object.values(problems).some(Boolean)) run();
  };
  const shown = tried ? problems : undefined;
  return (
    <FormDialog
      title={t(campaign ? 'campaigns.form.edit' : 'campaigns.form.create')}
      submit={t(
        campaign ? 'campaigns.form.submitEdit' : 'campaigns.form.submitCreate',
      )}
      cancel={t('campaigns.form.cancel')}
      maxWidth="md"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('campaigns.form.forbidden'),
        conflict: t('campaigns.form.conflict'),
        failed: message => t('campaigns.form.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <CampaignFields
        form={form}
        problems={shown}
        running={campaign?.state === 'running'}
        onChange={change}
      />
      <ScopeFields
        form={form}
        problems={shown}
        running={campaign?.state === 'running'}
        onChange={change}
      />
    </FormDialog>
  );
}
