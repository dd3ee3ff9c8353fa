import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import {
  MAX_NOTE,
  type ChecklistItemState,
  type ChecklistResponse,
  type ReadinessWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useContestItem } from '../../../../hooks/readiness/useReadinessActions';
import { useReread } from '../../../../hooks/readiness/useReread';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FormDialog } from '../../../common';
import { refusalOf } from '../../parts';

export interface ItemDialogProps {
  place: { entityRef: string; checklist: string; item: string };
  item: ChecklistItemState;
  onWritten: (reply: ReadinessWriteResponse) => void;
  onReread: (checklist: ChecklistResponse) => void;
  onClose: () => void;
}

/** Says that an answer does not hold, with a reason. */
export function ContestDialog(props: ItemDialogProps) {
  const { place, item, onWritten, onReread, onClose } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useContestItem(place, onWritten);
  useReread(place, state, onReread);
  const tooShort = reason.trim().length < 3;
  const submit = () => {
    setTried(true);
    if (!tooShort) run(reason.trim(), item.version);
  };
  return (
    <FormDialog
      title={t('readiness.contest.title', { title: item.title })}
      submit={t('readiness.contest.submit')}
      cancel={t('readiness.contest.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('readiness.contest.forbidden'),
        conflict: t('readiness.contest.conflict'),
        failed: message => t('readiness.contest.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">{t('readiness.contest.text')}</Typography>
      <TextField
        fullWidth
        required
        multiline
        minRows={3}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the only field of a dialog that was just opened
        autoFocus
        margin="normal"
        variant="outlined"
        id="readiness-contest-reason"
        label={t('readiness.contest.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={tried && tooShort}
        helperText={tried && tooShort && t('readiness.contest.reasonMissing')}
        inputProps={{ maxLength: MAX_NOTE }}
      />
    </FormDialog>
  );
}
