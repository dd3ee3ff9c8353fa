import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  MAX_NOTE,
  type PhaseState,
  type Review,
  type ReviewDecision,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useDecideReview } from '../../../../hooks/readiness/useReadinessActions';
import { useReread } from '../../../../hooks/readiness/useReread';
import { useTranslation } from '../../../../hooks/useTranslation';
import { refusalOf } from '../../parts';
import type { ReviewModeProps } from './ReviewMode';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1.5),
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Approve, return or withdraw, with a comment on the whole. */
export function ReviewDecisionBar(
  props: ReviewModeProps & {
    phase: PhaseState;
    review: Review;
    comments: Readonly<Record<string, string>>;
  },
) {
  const { checklist, rights, phase, review, comments } = props;
  const { onWritten, onReread, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const [bare, setBare] = useState(false);
  const { state, run } = useDecideReview(review.id, reply => {
    const now = reply.checklist.phases.find(({ id }) => id === phase.id);
    const result = now?.review?.state ?? 'requested';
    onWritten(reply);
    onClose(
      result === 'requested'
        ? ''
        : t(`readiness.review.${result}`, { phase: phase.title }),
    );
  });
  const place = { entityRef: checklist.entityRef, checklist: checklist.id };
  useReread(place, state, onReread);
  const written = Object.fromEntries(
    Object.entries(comments).filter(([, text]) => text.trim() !== ''),
  );
  const count = Object.keys(written).length;
  const decide = (decision: ReviewDecision['decision']) => {
    const empty = comment.trim() === '' && count === 0;
    setBare(decision === 'return' && empty);
    if (decision === 'return' && empty) return;
    const { contentHash } = phase;
    run({ decision, contentHash, comment: comment.trim(), comments: written });
  };
  const refusal = refusalOf(state, {
    forbidden: t('readiness.review.forbidden'),
    conflict: t('readiness.review.conflict'),
    failed: message => t('readiness.review.failed', { message }),
  });
  const busy = state.kind === 'running';
  return (
    <div className={classes.root}>
      <Typography variant="body2">{checklist.reviewerRule}</Typography>
      {rights.mayReview && (
        <TextField
          fullWidth
          multiline
          minRows={2}
          variant="outlined"
          label={t('readiness.review.overall')}
          value={comment}
          onChange={event => setComment(event.target.value)}
          helperText={count > 0 && t('readiness.review.commented', { count })}
          inputProps={{
            maxLength: MAX_NOTE,
            'aria-label': t('readiness.review.overall'),
          }}
        />
      )}
      <Typography variant="body2" role="alert">
        {bare ? t('readiness.review.returnNeeds') : refusal}
      </Typography>
      <div className={classes.actions}>
        {rights.mayReview && (
          <>
            <Button
              color="primary"
              variant="contained"
              disabled={busy}
              onClick={() => decide('approve')}
            >
              {t('readiness.review.approve')}
            </Button>
            <Button
              variant="outlined"
              disabled={busy}
              onClick={() => decide('return')}
            >
              {t('readiness.review.return')}
            </Button>
          </>
        )}
        {rights.mayAnswer && (
          <Button disabled={busy} onClick={() => decide('withdraw')}>
            {t('readiness.review.withdraw')}
          </Button>
        )}
      </div>
    </div>
  );
}
