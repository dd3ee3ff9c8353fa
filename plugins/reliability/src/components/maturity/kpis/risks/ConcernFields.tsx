import TextField from '@material-ui/core/TextField';
import type { RiskItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  OwnerField,
  SelectField,
  ServicePicker,
} from '../../../incidents/parts';
import { Concern, concerns, RiskFault, RiskForm } from './riskForm';

/** Which services a risk concerns. */
export function ConcernFields(props: {
  form: RiskForm;
  faults: Partial<Record<RiskFault, true>>;
  titles?: RiskItem['services'];
  onChange: (patch: Partial<RiskForm>) => void;
}) {
  const { form, faults, titles = [], onChange } = props;
  const { t } = useTranslation();
  const missing = t('kpis.risks.dialog.scopeMissing');
  return (
    <>
      <SelectField
        id="risk-concern"
        label={t('kpis.risks.dialog.concerns')}
        value={form.concern}
        choices={concerns.map(value => ({
          value,
          words: t(`kpis.risks.dialog.concern.${value}`),
        }))}
        onChange={concern => onChange({ concern: concern as Concern })}
      />
      {form.concern === 'services' && (
        <ServicePicker
          id="risk-services"
          label={t('kpis.risks.dialog.services')}
          required
          chosen={form.services}
          titles={Object.fromEntries(
            titles.map(({ entityRef, title }) => [entityRef, title]),
          )}
          error={faults.services}
          helperText={faults.services && t('kpis.risks.dialog.servicesMissing')}
          onChange={services => onChange({ services })}
        />
      )}
      {form.concern === 'owner' && (
        <OwnerField
          id="risk-scope-owner"
          label={t('kpis.risks.dialog.scopeOwner')}
          help={faults.scope ? missing : t('kpis.risks.dialog.ownerHelp')}
          owner={form.scopeOwner}
          onChange={scopeOwner => onChange({ scopeOwner })}
        />
      )}
      {form.concern === 'system' && (
        <TextField
          id="risk-scope-system"
          fullWidth
          required
          margin="normal"
          variant="outlined"
          label={t('kpis.risks.dialog.system')}
          value={form.scopeSystem}
          onChange={event => onChange({ scopeSystem: event.target.value })}
          error={faults.scope}
          helperText={
            faults.scope ? missing : t('kpis.risks.dialog.systemHelp')
          }
        />
      )}
    </>
  );
}
