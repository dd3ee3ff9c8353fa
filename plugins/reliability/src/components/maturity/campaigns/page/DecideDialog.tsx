import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type {
  CampaignResponse,
  DecideCampaignRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../../hooks/useAction';
import { useCall } from '../../../../hooks/useCall';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FormDialog, refusalOf } from '../../../common';

export type CampaignDecision = DecideCampaignRequest['action'];

/** Asks once more before a campaign starts, ends or is cancelled. */
export function DecideDialog(props: {
  campaign: CampaignResponse;
  decision: CampaignDecision;
  onWritten: (written: CampaignResponse) => void;
  onClose: () => void;
}) {
  const { campaign, decision, onWritten, onClose } = props;
  const { id, title } = campaign;
  const { t } = useTranslation();
  const call = useCall();
  const [note, setNote] = useState('');
  const decide = useCallback(
    () =>
      call('decideCampaign', {
        id,
        body: { action: decision, note: note.trim() },
      }),
    [call, id, decision, note],
  );
  const { state, run } = useAction(decide, onWritten);
  return (
    <FormDialog
      title={t(`campaigns.decide.${decision}`, { title })}
      submit={t(`campaigns.actions.${decision}`)}
      cancel={t('campaigns.decide.back')}
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('campaigns.decide.forbidden'),
        conflict: t('campaigns.decide.conflict'),
        failed: message => t('campaigns.decide.failed', { message }),
      })}
      onSubmit={() => run()}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t(`campaigns.decide.${decision}Text`)}
      </Typography>
      <TextField
        fullWidth
        multiline
        minRows={2}
        margin="normal"
        variant="outlined"
        id="campaign-note"
        label={t('campaigns.decide.note')}
        value={note}
        onChange={event => setNote(event.target.value)}
        inputProps={{ maxLength: 2000 }}
      />
    </FormDialog>
  );
}
