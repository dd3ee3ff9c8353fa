import Typography from '@material-ui/core/Typography';
import {
  PORTAL_ACCOUNT,
  type IncidentResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { usePatchIncident } from '../../../hooks/incidents/useIncidentWrites';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  incidentFaults,
  stampFaults,
} from '../../../utils/incidents/incidentFaults';
import {
  incidentForm,
  patchIncidentOf,
  type IncidentForm,
} from '../../../utils/incidents/incidentForm';
import { providerName } from '../../../utils/oncall/providers';
import { FormDialog, refusalOf } from '../../common';
import { EditFields } from './EditFields';
import { EditStamps } from './EditStamps';
import type { Editing } from './editing';

export interface EditIncidentDialogProps {
  incident: IncidentResponse;
  onWritten: (incident: IncidentResponse) => void;
  onClose: () => void;
}

/** Corrects and enriches an incident; each field says what the provider says and can go back to it. */
export function EditIncidentDialog(props: EditIncidentDialogProps) {
  const { incident, onWritten, onClose } = props;
  const { t } = useTranslation();
  const [form, setForm] = useState(() => incidentForm(incident));
  const [reverted, setReverted] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const { state, run } = usePatchIncident(incident.id, onWritten);
  const recorded = incident.account === PORTAL_ACCOUNT;
  const provider = providerName(incident.provider);
  const faults = incidentFaults(form);
  const stampsWrong = stampFaults(
    Object.fromEntries(
      Object.entries(form.stamps).map(([name, value]) => [
        name,
        reverted.includes(name) ? '' : value,
      ]),
    ) as IncidentForm['stamps'],
    Date.now(),
    incident,
  );
  // One that no service is known of may be corrected in everything else.
  const { services: _services, ...others } = faults;
  const wrong = incident.services.length > 0 ? faults : others;
  const submit = () => {
    setTried(true);
    if (Object.keys({ ...wrong, ...stampsWrong }).length > 0) return;
    const patch = patchIncidentOf(incident, form, reverted);
    if (Object.keys(patch).length > 0) run(patch);
    else onClose();
  };
  const editing: Editing = {
    incident,
    provider: recorded ? undefined : provider,
    form,
    change: patch => setForm(before => ({ ...before, ...patch })),
    reverted,
    setReverted: (field, back) =>
      setReverted(before =>
        back ? [...before, field] : before.filter(each => each !== field),
      ),
  };
  return (
    <FormDialog
      title={t('incidentForms.edit.title', { reference: incident.reference })}
      submit={t('incidentForms.edit.submit')}
      cancel={t('incidentForms.cancel')}
      maxWidth="md"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('incidentForms.edit.forbidden'),
        conflict: t('incidentForms.edit.conflict'),
        failed: message => t('incidentForms.edit.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">
        {recorded
          ? t('incidentForms.edit.textPortal')
          : t('incidentForms.edit.textProvider', { provider })}
      </Typography>
      {incident.isPrivate && (
        <Typography variant="body2">
          {t('incidentForms.edit.private')}
        </Typography>
      )}
      <EditFields editing={editing} faults={tried ? wrong : {}} />
      <EditStamps editing={editing} faults={stampsWrong} />
    </FormDialog>
  );
}
