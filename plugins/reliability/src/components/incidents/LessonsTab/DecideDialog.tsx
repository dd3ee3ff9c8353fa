import TextField from '@material-ui/core/TextField';
import type { Lesson } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useDecideLesson } from '../../../hooks/incidents/useLessons';
import { useTranslation } from '../../../hooks/useTranslation';
import { FormDialog, refusalOf } from '../../common';

/** Accepts or declines a proposal; a refusal needs a reason. */
export function DecideDialog(props: {
  lesson: Lesson;
  decision: 'accepted' | 'declined';
  onWritten: (written: Lesson) => void;
  onClose: () => void;
}) {
  const { lesson, decision, onWritten, onClose } = props;
  const { title, id } = lesson;
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useDecideLesson(id, onWritten);
  const name = decision === 'accepted' ? 'accept' : 'decline';
  const missing = decision === 'declined' && note.trim() === '';
  const submit = () => {
    setTried(true);
    if (!missing) run({ state: decision, note: note.trim() });
  };
  return (
    <FormDialog
      title={t(`followUps.lesson.tab.${name}Label`, { title })}
      submit={t(`followUps.lesson.tab.${name}`)}
      cancel={t('followUps.lesson.tab.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('followUps.lesson.tab.forbidden'),
        conflict: t('followUps.lesson.tab.conflict'),
        failed: message => t('followUps.lesson.tab.failed', { message }),
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
        id="lesson-note"
        label={t('followUps.lesson.tab.note')}
        required={decision === 'declined'}
        value={note}
        onChange={event => setNote(event.target.value)}
        error={tried && missing}
        helperText={t(
          tried && missing
            ? 'followUps.lesson.tab.noteMissing'
            : 'followUps.lesson.tab.noteHelp',
        )}
        inputProps={{ maxLength: 2000 }}
      />
    </FormDialog>
  );
}
