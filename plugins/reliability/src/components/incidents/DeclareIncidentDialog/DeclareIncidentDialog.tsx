import Typography from '@material-ui/core/Typography';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useDeclareIncident } from '../../../hooks/incidents/useIncidentWrites';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  incidentFaults,
  stampFaults,
} from '../../../utils/incidents/incidentFaults';
import {
  createIncidentOf,
  incidentForm,
  type IncidentForm,
} from '../../../utils/incidents/incidentForm';
import { FormDialog, refusalOf } from '../../common';
import { DeclareFields } from './DeclareFields';

export interface DeclareIncidentDialogProps {
  /** The service that it is about, where the page is about one. */
  service?: { entityRef: string; title: string };
  onDeclared: (incident: IncidentResponse) => void;
  onClose: () => void;
}

/** Declares an incident here: a title and a service are enough. */
export function DeclareIncidentDialog(props: DeclareIncidentDialogProps) {
  const { service, onDeclared, onClose } = props;
  const { t } = useTranslation();
  const [form, setForm] = useState<IncidentForm>(() => ({
    ...incidentForm(),
    entityRefs: service ? [service.entityRef] : [],
  }));
  const [tried, setTried] = useState(false);
  const { state, run } = useDeclareIncident(onDeclared);
  const faults = incidentFaults(form);
  const stampsWrong = stampFaults(form.stamps, Date.now());
  const submit = () => {
    setTried(true);
    const wrong = { ...faults, ...stampsWrong };
    if (Object.keys(wrong).length === 0) run(createIncidentOf(form));
  };
  return (
    <FormDialog
      title={t('incidentForms.declare.title')}
      submit={t('incidentForms.declare.submit')}
      cancel={t('incidentForms.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('incidentForms.declare.forbidden'),
        failed: message => t('incidentForms.declare.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">{t('incidentForms.declare.text')}</Typography>
      <DeclareFields
        form={form}
        titles={service ? { [service.entityRef]: service.title } : {}}
        faults={tried ? faults : {}}
        stampFaults={stampsWrong}
        onChange={patch => setForm(before => ({ ...before, ...patch }))}
      />
    </FormDialog>
  );
}
