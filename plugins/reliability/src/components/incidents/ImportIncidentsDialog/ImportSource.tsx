import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { IMPORT_EXAMPLE } from '../../../utils/incidents/importExample';
import { SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  columns: {
    ...theme.typography.body2,
    marginBottom: theme.spacing(1),
    overflowWrap: 'anywhere',
    '& summary': { cursor: 'pointer' },
  },
  text: { fontFamily: 'Menlo, Consolas, monospace', fontSize: '0.75rem' },
  actions: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1.5),
  },
}));

/** Rows as a text or a file. A file is tried at once; a text when the writer is done. */
export function ImportSource(props: {
  text: string;
  busy: boolean;
  onText: (text: string) => void;
  onFile: (file: File | undefined) => void;
  onTry: () => void;
}) {
  const { text, busy, onText, onFile, onTry } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <details className={classes.columns}>
        <summary>{t('incidentForms.import.columns')}</summary>
        {t('incidentForms.import.columnsText')}
      </details>
      <TextField
        fullWidth
        multiline
        minRows={4}
        maxRows={10}
        margin="dense"
        variant="outlined"
        id="incident-import-rows"
        label={t('incidentForms.import.paste')}
        value={text}
        onChange={event => onText(event.target.value)}
        InputProps={{ className: classes.text }}
      />
      <div className={classes.actions}>
        <SmallButton disabled={busy || !text.trim()} onClick={onTry}>
          {t('incidentForms.import.try')}
        </SmallButton>
        {text === '' && (
          <SmallButton onClick={() => onText(IMPORT_EXAMPLE)}>
            {t('incidentForms.import.example')}
          </SmallButton>
        )}
        <Typography variant="body2" component="label">
          {t('incidentForms.import.file')}{' '}
          <input
            type="file"
            accept=".csv,.json,text/csv,application/json"
            onChange={event => {
              onFile(event.target.files?.[0]);
              // The same file again, corrected, is a change too.
              event.target.value = '';
            }}
          />
        </Typography>
      </div>
    </>
  );
}
