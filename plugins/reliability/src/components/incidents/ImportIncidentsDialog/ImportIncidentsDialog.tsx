import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { useIncidentImport } from '../../../hooks/incidents/useIncidentImport';
import { useTranslation } from '../../../hooks/useTranslation';
import { FormDialog, refusalOf } from '../../common';
import { ImportSource } from './ImportSource';
import { ImportVerdicts } from './ImportVerdicts';

export interface ImportIncidentsDialogProps {
  onImported: () => void;
  onClose: () => void;
}

/** Takes rows, says what would come of each, and stores them when told to. */
export function ImportIncidentsDialog(props: ImportIncidentsDialogProps) {
  const { onImported, onClose } = props;
  const { t } = useTranslation();
  const steps = useIncidentImport(onImported);
  const { tried, result, unreadable, state } = steps;
  const count = tried?.stored ?? 0;
  const refusal = unreadable
    ? t('incidentForms.import.unreadable', { message: unreadable })
    : refusalOf(state, {
        forbidden: t('incidentForms.import.forbidden'),
        failed: message => t('incidentForms.import.failed', { message }),
      });
  return (
    <FormDialog
      title={t('incidentForms.import.title')}
      submit={
        result
          ? t('incidentForms.import.close')
          : t('incidentForms.import.submit', { count })
      }
      cancel={t('incidentForms.cancel')}
      maxWidth="md"
      busy={state.kind === 'running'}
      blocked={!result && count === 0}
      refusal={refusal}
      onSubmit={result ? onClose : steps.store}
      onClose={onClose}
    >
      <Typography variant="body2" paragraph>
        {t('incidentForms.import.text')}
      </Typography>
      {!result && (
        <ImportSource
          text={steps.text}
          busy={state.kind === 'running'}
          onText={steps.setText}
          onFile={steps.choose}
          onTry={steps.tryText}
        />
      )}
      {state.kind === 'running' && (
        <LinearProgress aria-label={t('incidentForms.import.trying')} />
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
