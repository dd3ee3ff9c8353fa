import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { samples, type SampleName } from './samples';

const useStyles = makeStyles(theme => ({
  samples: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 28,
  },
  service: { marginTop: theme.spacing(1.5), maxWidth: 420 },
}));

const isSample = (text: string) =>
  Object.values<string>(samples).includes(text);

/** Something to begin with. Samples are offered only where they put nothing out of sight that was written. */
export function Samples(props: {
  document: string;
  onChange: (document: string) => void;
}) {
  const { document, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const names = Object.keys(samples) as SampleName[];
  return (
    <div className={classes.samples}>
      {document.trim() === '' || isSample(document) ? (
        <>
          {t('sloDraft.editor.sample')}
          {names.map(name => (
            <SmallButton
              key={name}
              aria-pressed={document === samples[name]}
              onClick={() => onChange(samples[name])}
            >
              {t(`sloDraft.editor.${name}`)}
            </SmallButton>
          ))}
        </>
      ) : (
        <SmallButton onClick={() => onChange('')}>
          {t('sloDraft.editor.clear')}
        </SmallButton>
      )}
    </div>
  );
}

/** The service that a draft is for. */
export function ServiceField(props: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <TextField
      id={useId()}
      className={classes.service}
      fullWidth
      size="small"
      variant="outlined"
      label={t('sloDraft.editor.service')}
      placeholder={t('sloDraft.editor.servicePlaceholder')}
      helperText={t('sloDraft.editor.serviceHelp')}
      value={value}
      onChange={event => onChange(event.target.value)}
      inputProps={{ spellCheck: false, autoCapitalize: 'off' }}
    />
  );
}
