import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { useTranslation } from '../../../hooks/useTranslation';
import { useImport } from '../../../hooks/readiness/useImport';
import { FormDialog } from '../../common';
import { refusalOf } from '../parts';
import { ImportVerdicts } from './ImportVerdicts';

/** Takes a file, says what would come of every row, and stores them when told to. */
export function ImportDialog(props: {
  checklist: string;
  onImported: () => void;
  onClose: () => void;
}) {
  const { checklist, onImported, onClose } = props;
  const { t } = useTranslation();
  const steps = useImport(checklist, onImported);
  const { tried, result, unreadable, state } = steps;
  const count = tried?.stored ?? 0;
  const refusal = unreadable
    ? t('organisation.import.unreadable', { message: unreadable })
    : refusalOf(state, {
        forbidden: t('organisation.import.forbidden'),
        failed: message => t('organisation.import.failed', { message }),
      });
  return (
    <FormDialog
      title={t('organisation.import.title')}
      submit={
        result
          ? t('organisation.import.close')
          : t('organisation.import.submit', { count })
      }
      cancel={t('organisation.import.cancel')}
      maxWidth="md"
      busy={state.kind === 'running'}
      blocked={!result && count === 0}
      refusal={refusal}
      onSubmit={result ? onClose : steps.store}
      onClose={onClose}
    >
      <Typography variant="body2" paragraph>
        {t('organisation.import.text')}
      </Typography>
      <Typography variant="body2" component="label">
        {t('organisation.import.file')}{' '}
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={event => steps.choose(event.target.files?.[0])}
        />
      </Typography>
      <div>
        <FormControlLabel
          label={t('organisation.import.overwrite')}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={steps.overwrite}
              onChange={event => steps.setOverwrite(event.target.checked)}
            />
          }
        />
      </div>
      {state.kind === 'running' && (
        <LinearProgress aria-label={t('organisation.import.trying')} />
      )}
      <div role="status">
        {(result ?? tried) && (
          <ImportVerdicts
            reply={(result ?? tried)!}
            dryRun={result === undefined}
          />
        )}
      </div>
    </FormDialog>
  );
}
