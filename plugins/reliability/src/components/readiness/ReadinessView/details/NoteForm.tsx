import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { MAX_NOTE } from '@plimsoll/backstage-plugin-reliability-common';
import type { FormEvent } from 'react';
import type { ItemDraft } from '../../../../hooks/readiness/useItemDraft';
import { useFocusWhenShown } from '../../../../hooks/useFocusWhenShown';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../parts';

const useStyles = makeStyles(theme => ({
  root: { maxWidth: 640, paddingTop: theme.spacing(0.5) },
  actions: { display: 'flex', gap: theme.spacing(1), marginTop: 4 },
}));

/** Where the note is written; for "not applicable" it is the reason. */
export function NoteForm(props: { draft: ItemDraft; answered: boolean }) {
  const { draft, answered } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const field = useFocusWhenShown<HTMLTextAreaElement>();
  const reason = draft.asking === 'reason';
  const tooShort = draft.note.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) draft.give('not-applicable');
    else draft.sendNote();
  };
  const label = t(
    reason ? 'readiness.details.reason' : 'readiness.details.note',
  );
  return (
    <form className={classes.root} onSubmit={submit}>
      <TextField
        fullWidth
        multiline
        minRows={3}
        size="small"
        variant="outlined"
        label={label}
        inputRef={field}
        value={draft.note}
        onChange={event => draft.setNote(event.target.value)}
        helperText={t(
          reason
            ? 'readiness.details.reasonHelp'
            : 'readiness.details.noteHelp',
        )}
        inputProps={{ maxLength: MAX_NOTE, 'aria-label': label }}
      />
      <div className={classes.actions}>
        {reason && (
          <SmallButton type="submit" disabled={tooShort}>
            {t('readiness.details.saveReason')}
          </SmallButton>
        )}
        {!reason && answered && (
          <SmallButton type="submit">
            {t('readiness.details.saveNote')}
          </SmallButton>
        )}
        <SmallButton onClick={draft.dropNote}>
          {t('readiness.details.cancel')}
        </SmallButton>
      </div>
    </form>
  );
}
