import TextField from '@material-ui/core/TextField';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import type { incidentFaults } from '../../../utils/incidents/incidentFaults';
import {
  ImpactField,
  SelectField,
  ServicePicker,
  useSeverityChoices,
} from '../parts';
import { EditChange } from './EditChange';
import { EditedField } from './EditedField';
import { EditStatus } from './EditStatus';
import type { Editing } from './editing';

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: theme.spacing(0, 2),
  },
}));

/** Everything but the times. */
export function EditFields(props: {
  editing: Editing;
  faults: ReturnType<typeof incidentFaults>;
}) {
  const { editing, faults } = props;
  const { incident, form, change, reverted } = editing;
  const classes = useStyles();
  const { t } = useTranslation();
  const titles = Object.fromEntries(
    incident.services.map(({ entityRef, title }) => [entityRef, title]),
  );
  const severities = useSeverityChoices(incident.severity);
  const text = (name: 'title' | 'summary' | 'cause') => ({
    id: `incident-${name}`,
    fullWidth: true,
    margin: 'normal' as const,
    variant: 'outlined' as const,
    label: t(`incidentForms.field.${name}`),
    value: form[name],
    disabled: incident.isPrivate || reverted.includes(name),
    onChange: (event: { target: { value: string } }) =>
      change({ [name]: event.target.value }),
  });
  const of = (field: string, label: string) => ({ editing, field, label });
  return (
    <>
      <EditedField {...of('title', t('incidentForms.field.title'))}>
        <TextField
          {...text('title')}
          required
          error={faults.title}
          helperText={faults.title && t('incidentForms.field.titleMissing')}
          inputProps={{ maxLength: 300 }}
        />
      </EditedField>
      <EditedField {...of('summary', t('incidentForms.field.summary'))}>
        <TextField
          {...text('summary')}
          multiline
          minRows={2}
          helperText={t('incidentForms.field.summaryHelp')}
          inputProps={{ maxLength: 20_000 }}
        />
      </EditedField>
      <div className={classes.pair}>
        <EditedField {...of('severity', t('incidentForms.severity.label'))}>
          <SelectField
            id="incident-severity"
            label={t('incidentForms.severity.label')}
            value={form.severity}
            choices={severities}
            disabled={reverted.includes('severity')}
            onChange={severity => change({ severity })}
          />
        </EditedField>
        <EditedField {...of('customerImpact', t('incidentForms.impact.label'))}>
          <ImpactField
            id="incident-impact"
            value={form.customerImpact}
            disabled={reverted.includes('customerImpact')}
            onChange={customerImpact => change({ customerImpact })}
          />
        </EditedField>
        <EditedField {...of('cause', t('incidentForms.field.cause'))}>
          <TextField
            {...text('cause')}
            helperText={t('incidentForms.field.causeHelp')}
            inputProps={{ maxLength: 2000 }}
          />
        </EditedField>
        <EditStatus editing={editing} />
      </div>
      <EditedField {...of('entityRefs', t('incidentForms.field.services'))}>
        <ServicePicker
          id="incident-services"
          label={t('incidentForms.field.services')}
          chosen={form.entityRefs}
          titles={titles}
          error={faults.services}
          helperText={t(
            faults.services
              ? 'incidentForms.field.servicesMissing'
              : 'incidentForms.field.servicesHelp',
          )}
          onChange={entityRefs => change({ entityRefs })}
        />
      </EditedField>
      <EditChange editing={editing} faults={faults} />
      <EditedField {...of('isTest', t('incidentForms.field.isTest'))}>
        <FormControlLabel
          label={t('incidentForms.field.isTest')}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={form.isTest}
              disabled={reverted.includes('isTest')}
              onChange={event => change({ isTest: event.target.checked })}
            />
          }
        />
      </EditedField>
    </>
  );
}
