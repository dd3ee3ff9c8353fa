import { useIncidentImport } from '../../../hooks/incidents/useIncidentImport';
import { useTranslation } from '../../../hooks/useTranslation';
import { ImportDialog } from '../../common/importing';
import { ImportSource } from './ImportSource';

export interface ImportIncidentsDialogProps {
  onImported: () => void;
  onClose: () => void;
}

/** Takes rows, says what would come of each, and stores them when told to. */
export function ImportIncidentsDialog(props: ImportIncidentsDialogProps) {
  const { onImported, onClose } = props;
  const { t } = useTranslation();
  const { steps, text, setText, choose, tryText, store } =
    useIncidentImport(onImported);
  return (
    <ImportDialog
      texts="incidentForms.import"
      cancel={t('incidentForms.cancel')}
      steps={steps}
      maxHeight={300}
      onStore={store}
      onClose={onClose}
    >
      {!steps.result && (
        <ImportSource
          text={text}
          busy={steps.state.kind === 'running'}
          onText={setText}
          onFile={choose}
          onTry={tryText}
        />
      )}
    </ImportDialog>
  );
}
