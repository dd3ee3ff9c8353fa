import { useTranslation } from '../../../hooks/useTranslation';
import { SelectField } from '../parts';
import type { Editing } from './editing';

const statuses = [
  'triage',
  'open',
  'acknowledged',
  'mitigated',
  'resolved',
  'closed',
  'declined',
] as const;

/** How far it is; only of an incident that is recorded here. */
export function EditStatus({ editing }: { editing: Editing }) {
  const { provider, form, change } = editing;
  const { t } = useTranslation();
  if (provider) return null;
  return (
    <SelectField
      id="incident-status"
      label={t('incidentForms.field.status')}
      value={form.status}
      choices={statuses.map(value => ({
        value,
        words: t(`incident.status.${value}`),
      }))}
      helperText={t('incidentForms.field.statusHelp')}
      onChange={status => change({ status })}
    />
  );
}
