import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { FormDialog } from '../../common';

/** Asks what has to be done before somebody takes a service. */
export function ConditionsDialog(props: {
  busy: boolean;
  refusal?: string;
  onSubmit: (conditions: string) => void;
  onClose: () => void;
}) {
  const { busy, refusal, onSubmit, onClose } = props;
  const { t } = useTranslation();
  const [conditions, setConditions] = useState('');
  return (
    <FormDialog
      title={t('reports.handover.decline')}
      submit={t('reports.handover.decline')}
      cancel={t('reports.handover.cancel')}
      maxWidth="sm"
      busy={busy}
      blocked={conditions.trim().length < 3}
      refusal={refusal}
      onSubmit={() => onSubmit(conditions)}
      onClose={onClose}
    >
      <TextField
        id="handover-conditions"
        label={t('reports.handover.conditionsLabel')}
        value={conditions}
        onChange={event => setConditions(event.target.value)}
        variant="outlined"
        margin="normal"
        required
        fullWidth
        multiline
        minRows={3}
      />
    </FormDialog>
  );
}
