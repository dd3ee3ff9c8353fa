import TextField from '@material-ui/core/TextField';
import { useCallback, useState } from 'react';
import { useAction } from '../../../hooks/useAction';
import { useCall } from '../../../hooks/useCall';
import { useTranslation } from '../../../hooks/useTranslation';
import { FormDialog } from '../../common';
import { OwnerField } from '../../incidents/parts';
import { useHandoverRefusal } from './useHandoverRefusal';

/** Offers a service to another team. */
export function HandoverDialog(props: {
  entityRef: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { entityRef, onClose, onDone } = props;
  const { t } = useTranslation();
  const call = useCall();
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const offer = useCallback(
    () => call('offerHandover', { entityRef, body: { to: to ?? '', note } }),
    [call, entityRef, to, note],
  );
  const { state, run } = useAction(offer, onDone);
  return (
    <FormDialog
      title={t('reports.handover.offer')}
      submit={t('reports.handover.offer')}
      cancel={t('reports.handover.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      blocked={!to}
      refusal={useHandoverRefusal(state)}
      onSubmit={run}
      onClose={onClose}
    >
      <OwnerField
        id="handover-to"
        label={t('reports.handover.to')}
        help={t('reports.handover.toHelp')}
        owner={to}
        onChange={setTo}
      />
      <TextField
        id="handover-note"
        label={t('reports.handover.note')}
        value={note}
        onChange={event => setNote(event.target.value)}
        variant="outlined"
        margin="normal"
        fullWidth
        multiline
        minRows={3}
      />
    </FormDialog>
  );
}
