import TextField from '@material-ui/core/TextField';
import type { GateWaiverItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../hooks/useAction';
import { useCall } from '../../../hooks/useCall';
import { useTranslation } from '../../../hooks/useTranslation';
import { FormDialog, refusalOf } from '../../common';

/** Ends a waiver before its time, for a reason. */
export function EndWaiverDialog(props: {
  waiver: GateWaiverItem;
  onEnded: (waiver: GateWaiverItem) => void;
  onClose: () => void;
}) {
  const { waiver, onEnded, onClose } = props;
  const { id, entityRef } = waiver;
  const { t } = useTranslation();
  const call = useCall();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const end = useCallback(
    (why: string) =>
      call('endGateWaiver', { entityRef, id, body: { reason: why } }),
    [call, entityRef, id],
  );
  const { state, run } = useAction(end, onEnded);
  const missing = reason.trim().length < 3;
  const submit = () => {
    setTried(true);
    if (!missing) run(reason.trim());
  };
  return (
    <FormDialog
      title={t('gate.end.title')}
      submit={t('gate.end.submit')}
      cancel={t('gate.end.cancel')}
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('gate.end.forbidden'),
        failed: message => t('gate.end.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        fullWidth
        multiline
        minRows={2}
        margin="normal"
        variant="outlined"
        id="gate-end-reason"
        label={t('gate.end.reason')}
        required
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={tried && missing}
        helperText={tried && missing ? t('gate.end.reasonMissing') : ' '}
        inputProps={{ maxLength: 1000 }}
      />
    </FormDialog>
  );
}
