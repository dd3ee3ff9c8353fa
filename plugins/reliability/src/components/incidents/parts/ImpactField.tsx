import { useTranslation } from '../../../hooks/useTranslation';
import type { Impact } from '../../../utils/incidents/incidentForm';
import { SelectField } from './SelectField';

const impacts = ['unknown', 'yes', 'no'] as const;

/** Whether customers felt it; nobody has to know. */
export function ImpactField(props: {
  id: string;
  value: Impact;
  onChange: (value: Impact) => void;
  disabled?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <SelectField
      {...props}
      label={t('incidentForms.impact.label')}
      choices={impacts.map(value => ({
        value,
        words: t(`incidentForms.impact.${value}`),
      }))}
      onChange={value => props.onChange(value as Impact)}
    />
  );
}
