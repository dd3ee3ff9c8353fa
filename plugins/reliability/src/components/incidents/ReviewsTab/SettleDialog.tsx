import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type { BudgetReview } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useSettleReview } from '../../../hooks/incidents/useBudgetReviews';
import { useTranslation } from '../../../hooks/useTranslation';
import { FormDialog, refusalOf } from '../../common';
import { useReviewSentence } from './useReviewSentence';

/** Settles a review item with a note, or opens it again. */
export function SettleDialog(props: {
  review: BudgetReview;
  onWritten: (written: BudgetReview) => void;
  onClose: () => void;
}) {
  const { review, onWritten, onClose } = props;
  const { t } = useTranslation();
  const settling = review.state === 'open';
  const [note, setNote] = useState(review.note);
  const [tried, setTried] = useState(false);
  const sentence = useReviewSentence(review);
  const { state, run } = useSettleReview(review.id, onWritten);
  const missing = settling && note.trim() === '';
  const submit = () => {
    setTried(true);
    if (missing) return;
    run({ state: settling ? 'settled' : 'open', note: note.trim() });
  };
  return (
    <FormDialog
      title={t(
        `incidentAdmin.reviews.dialog.${settling ? 'settle' : 'reopen'}`,
      )}
      submit={t(
        settling
          ? 'incidentAdmin.reviews.dialog.submitSettle'
          : 'incidentAdmin.reviews.dialog.submitReopen',
      )}
      cancel={t('incidentAdmin.reviews.dialog.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('incidentAdmin.reviews.forbidden'),
        failed: message => t('incidentAdmin.reviews.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">{sentence}</Typography>
      <TextField
        fullWidth
        multiline
        minRows={2}
        margin="normal"
        variant="outlined"
        id="review-note"
        label={t('incidentAdmin.reviews.dialog.note')}
        required={settling}
        value={note}
        onChange={event => setNote(event.target.value)}
        error={tried && missing}
        helperText={t(
          tried && missing
            ? 'incidentAdmin.reviews.dialog.noteMissing'
            : 'incidentAdmin.reviews.dialog.noteHelp',
        )}
        inputProps={{ maxLength: 2000 }}
      />
    </FormDialog>
  );
}
