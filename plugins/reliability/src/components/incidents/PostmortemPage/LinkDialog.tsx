import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { usePutPostmortem } from '../../../hooks/incidents/usePostmortem';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import { FormDialog, refusalOf } from '../../common';

/** Says where the postmortem is kept, if not here. */
export function LinkDialog(props: {
  postmortem: PostmortemResponse;
  onWritten: (written: PostmortemResponse) => void;
  onClose: () => void;
}) {
  const { postmortem, onWritten, onClose } = props;
  const { t } = useTranslation();
  const [url, setUrl] = useState(postmortem.url ?? '');
  const [title, setTitle] = useState(postmortem.title);
  const [tried, setTried] = useState(false);
  const { state, run } = usePutPostmortem(postmortem.incident.id, written => {
    onClose();
    onWritten(written);
  });
  const address = webAddress(url.trim());
  const untitled = title.trim() === '';
  const written = postmortem.sections.some(({ text }) => text.trim());
  const submit = () => {
    setTried(true);
    if (!address || untitled) return;
    run({ version: postmortem.version, title: title.trim(), url: address });
  };
  return (
    <FormDialog
      title={t('postmortem.link.title')}
      submit={t('postmortem.link.submit')}
      cancel={t('postmortem.link.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('postmortem.save.forbidden'),
        failed: message => t('postmortem.save.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">{t('postmortem.link.text')}</Typography>
      {written && postmortem.source === 'portal' && (
        <Typography variant="body2">{t('postmortem.link.replaces')}</Typography>
      )}
      <TextField
        fullWidth
        required
        margin="normal"
        variant="outlined"
        id="postmortem-link-url"
        label={t('postmortem.link.url')}
        value={url}
        onChange={event => setUrl(event.target.value)}
        error={tried && !address}
        helperText={t(
          tried && !address
            ? 'postmortem.link.urlWrong'
            : 'postmortem.link.urlHelp',
        )}
        inputProps={{ maxLength: 2000, inputMode: 'url' }}
      />
      <TextField
        fullWidth
        required
        margin="normal"
        variant="outlined"
        id="postmortem-link-title"
        label={t('postmortem.link.name')}
        value={title}
        onChange={event => setTitle(event.target.value)}
        error={tried && untitled}
        helperText={tried && untitled && t('postmortem.link.nameMissing')}
        inputProps={{ maxLength: 300 }}
      />
    </FormDialog>
  );
}
