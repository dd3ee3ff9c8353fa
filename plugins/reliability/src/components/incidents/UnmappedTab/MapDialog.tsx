import Typography from '@material-ui/core/Typography';
import { useEffect, useState } from 'react';
import type { ActionState } from '../../../hooks/useAction';
import { useTranslation } from '../../../hooks/useTranslation';
import { FormDialog, refusalOf } from '../../common';
import { ServicePicker } from '../parts';

/** Says which services something at a provider is. */
export function MapDialog(props: {
  /** As it is called at the provider. */
  name: string;
  state: ActionState<unknown>;
  onMap: (entityRefs: string[]) => void;
  onClose: () => void;
}) {
  const { name, state, onMap, onClose } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const missing = chosen.length === 0;
  useEffect(() => {
    if (tried && state.kind === 'done') onClose();
  }, [tried, state.kind, onClose]);
  const submit = () => {
    setTried(true);
    if (!missing) onMap(chosen);
  };
  return (
    <FormDialog
      title={t('incidentAdmin.unmapped.dialog.title', { subject: name })}
      submit={t('incidentAdmin.unmapped.dialog.submit')}
      cancel={t('incidentAdmin.unmapped.dialog.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={
        tried
          ? refusalOf(state, {
              forbidden: t('incidentAdmin.unmapped.forbidden'),
              failed: message =>
                t('incidentAdmin.unmapped.failed', { message }),
            })
          : undefined
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t('incidentAdmin.unmapped.dialog.text')}
      </Typography>
      <ServicePicker
        id="map-services"
        label={t('incidentAdmin.unmapped.dialog.services')}
        required
        chosen={chosen}
        onChange={setChosen}
        error={tried && missing}
        helperText={t(
          tried && missing
            ? 'incidentAdmin.unmapped.dialog.missing'
            : 'incidentAdmin.unmapped.dialog.help',
        )}
      />
    </FormDialog>
  );
}
