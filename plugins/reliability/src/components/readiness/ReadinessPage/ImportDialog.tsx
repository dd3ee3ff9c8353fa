import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { useImport } from '../../../hooks/readiness/useImport';
import { useTranslation } from '../../../hooks/useTranslation';
import { ImportDialog as Dialog } from '../../common/importing';

/** Takes a file, says what would come of every row, and stores them when told to. */
export function ImportDialog(props: {
  checklist: string;
  onImported: () => void;
  onClose: () => void;
}) {
  const { checklist, onImported, onClose } = props;
  const { t } = useTranslation();
  const { steps, overwrite, choose, setOverwrite, store } = useImport(
    checklist,
    onImported,
  );
  return (
    <Dialog
      texts="organisation.import"
      cancel={t('organisation.import.cancel')}
      steps={steps}
      onStore={store}
      onClose={onClose}
    >
      <Typography variant="body2" component="label">
        {t('organisation.import.file')}{' '}
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={event => choose(event.target.files?.[0])}
        />
      </Typography>
      <div>
        <FormControlLabel
          label={t('organisation.import.overwrite')}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={overwrite}
              onChange={event => setOverwrite(event.target.checked)}
            />
          }
        />
      </div>
    </Dialog>
  );
}
