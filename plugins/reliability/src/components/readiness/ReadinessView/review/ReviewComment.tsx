import TextField from '@material-ui/core/TextField';
import { MAX_NOTE } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../parts';

/** The reviewer's comment on one item; a button until somebody wants to write. */
export function ReviewComment(props: {
  title: string;
  text?: string;
  onChange: (text: string) => void;
}) {
  const { title, text = '', onChange } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(text !== '');
  const label = t('readiness.review.comment', { title });
  if (!open) {
    return (
      <SmallButton onClick={() => setOpen(true)} aria-label={label}>
        {t('readiness.review.addComment')}
      </SmallButton>
    );
  }
  return (
    <TextField
      fullWidth
      multiline
      minRows={2}
      size="small"
      variant="outlined"
      // eslint-disable-next-line jsx-a11y/no-autofocus -- a field that was just asked for
      autoFocus
      label={t('readiness.review.addComment')}
      value={text}
      onChange={event => onChange(event.target.value)}
      inputProps={{ maxLength: MAX_NOTE, 'aria-label': label }}
    />
  );
}
