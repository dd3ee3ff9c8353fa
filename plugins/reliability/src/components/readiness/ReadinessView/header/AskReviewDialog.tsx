import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistResponse,
  PhaseState,
  ReadinessWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { MAX_NOTE } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useRequestReview } from '../../../../hooks/readiness/useReadinessActions';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FormDialog } from '../../../common';
import { refusalOf } from '../../parts';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
  blocking: { marginTop: theme.spacing(1.5) },
}));

function Blocking(props: { checklist: ChecklistResponse; phase: PhaseState }) {
  const { checklist, phase } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (phase.blocking.length === 0) return null;
  const titleOf = (id: string) =>
    checklist.items.find(item => item.id === id)?.title ?? id;
  return (
    <Typography variant="body2" component="div" className={classes.blocking}>
      {t('readiness.ask.blocking', { count: phase.blocking.length })}
      <ul className={classes.list}>
        {phase.blocking.map(id => (
          <li key={id}>{titleOf(id)}</li>
        ))}
      </ul>
      {t('readiness.ask.blockingText')}
    </Typography>
  );
}

/** Asks a second person to sign a phase off; says what stands in the way. */
export function AskReviewDialog(props: {
  checklist: ChecklistResponse;
  phase: PhaseState;
  onWritten: (reply: ReadinessWriteResponse) => void;
  onClose: () => void;
}) {
  const { checklist, phase, onWritten, onClose } = props;
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const { state, run } = useRequestReview(
    { entityRef: checklist.entityRef, checklist: checklist.id },
    onWritten,
  );
  return (
    <FormDialog
      title={t('readiness.ask.title', { phase: phase.title })}
      submit={t('readiness.ask.submit')}
      cancel={t('readiness.ask.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      blocked={phase.blocking.length > 0}
      refusal={refusalOf(state, {
        forbidden: t('readiness.ask.forbidden'),
        failed: message => t('readiness.ask.failed', { message }),
      })}
      onSubmit={() => run({ phase: phase.id, note: note.trim() })}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t('readiness.ask.rule', { rule: checklist.reviewerRule })}
      </Typography>
      <Blocking checklist={checklist} phase={phase} />
      <TextField
        fullWidth
        multiline
        minRows={3}
        margin="normal"
        variant="outlined"
        id="readiness-review-note"
        label={t('readiness.ask.note')}
        value={note}
        onChange={event => setNote(event.target.value)}
        inputProps={{ maxLength: MAX_NOTE }}
      />
    </FormDialog>
  );
}
