import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useState, type FormEvent } from 'react';
import { useFocusWhenShown } from '../../../../hooks/useFocusWhenShown';
import { useTranslation } from '../../../../hooks/useTranslation';
import { isHttpUrl } from '../../../../utils/readiness/httpUrl';
import { SmallButton } from '../../parts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1),
    maxWidth: 640,
    marginTop: theme.spacing(1),
    // The theme's red is below 4.5:1 as text.
    '& p.Mui-error, & label.Mui-error': { color: theme.palette.text.primary },
  },
  actions: { display: 'flex', gap: theme.spacing(1) },
}));

interface EvidenceFormProps {
  /** Whether a yes waits for the link. */
  asked: boolean;
  open: boolean;
  onOpen: () => void;
  onAdd: (link: { title: string; url: string }) => void;
  onCancel: () => void;
}

/** A button that opens the fields for one link. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { t } = useTranslation();
  return props.open ? (
    <Fields {...props} />
  ) : (
    <SmallButton onClick={props.onOpen}>
      {t('readiness.details.add')}
    </SmallButton>
  );
}

function Fields({ asked, onAdd, onCancel }: EvidenceFormProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const first = useFocusWhenShown<HTMLInputElement>();
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const badUrl = !isHttpUrl(url);
  const badTitle = title.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!badUrl && !badTitle) onAdd({ title: title.trim(), url: url.trim() });
  };
  const field = {
    fullWidth: true,
    size: 'small',
    variant: 'outlined',
  } as const;
  const urlLabel = t('readiness.details.linkUrl');
  const titleLabel = t('readiness.details.linkTitle');
  return (
    <form className={classes.root} onSubmit={submit} noValidate>
      {asked && <div role="status">{t('readiness.details.evidenceAsked')}</div>}
      <TextField
        {...field}
        type="url"
        label={urlLabel}
        inputRef={first}
        value={url}
        onChange={event => setUrl(event.target.value)}
        error={tried && badUrl}
        helperText={tried && badUrl && t('readiness.details.linkUrlBad')}
        inputProps={{ maxLength: 2000, 'aria-label': urlLabel }}
      />
      <TextField
        {...field}
        label={titleLabel}
        value={title}
        onChange={event => setTitle(event.target.value)}
        error={tried && badTitle}
        helperText={tried && badTitle && t('readiness.details.linkTitleBad')}
        inputProps={{ maxLength: 200, 'aria-label': titleLabel }}
      />
      <div className={classes.actions}>
        <SmallButton type="submit">
          {asked
            ? t('readiness.details.addAndYes')
            : t('readiness.details.add')}
        </SmallButton>
        <SmallButton onClick={onCancel}>
          {t('readiness.details.cancel')}
        </SmallButton>
      </div>
    </form>
  );
}
