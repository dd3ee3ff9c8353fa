import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stampNames } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import type {
  incidentFaults,
  stampFaults,
} from '../../../utils/incidents/incidentFaults';
import type { IncidentForm } from '../../../utils/incidents/incidentForm';
import { readersZone } from '../../../utils/oncall/times';
import {
  ImpactField,
  SelectField,
  ServicePicker,
  StampField,
  useSeverityChoices,
} from '../parts';

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gap: theme.spacing(0, 2),
  },
  times: {
    '& summary': { cursor: 'pointer', ...theme.typography.subtitle2 },
  },
}));

/** What one tells of a new incident. */
export function DeclareFields(props: {
  form: IncidentForm;
  /** Titles of services that are known already. */
  titles: Readonly<Record<string, string>>;
  faults: ReturnType<typeof incidentFaults>;
  stampFaults: ReturnType<typeof stampFaults>;
  onChange: (patch: Partial<IncidentForm>) => void;
}) {
  const { form, titles, faults, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <TextField
        fullWidth
        required
        margin="normal"
        variant="outlined"
        id="incident-title"
        label={t('incidentForms.field.title')}
        value={form.title}
        onChange={event => onChange({ title: event.target.value })}
        error={faults.title}
        helperText={faults.title && t('incidentForms.field.titleMissing')}
        inputProps={{ maxLength: 300 }}
      />
      <ServicePicker
        id="incident-services"
        label={t('incidentForms.field.services')}
        required
        chosen={form.entityRefs}
        titles={titles}
        error={faults.services}
        helperText={t(
          faults.services
            ? 'incidentForms.field.servicesMissing'
            : 'incidentForms.field.servicesHelp',
        )}
        onChange={entityRefs => onChange({ entityRefs })}
      />
      <div className={classes.pair}>
        <SelectField
          id="incident-severity"
          label={t('incidentForms.severity.label')}
          value={form.severity}
          choices={useSeverityChoices()}
          onChange={severity => onChange({ severity })}
        />
        <ImpactField
          id="incident-impact"
          value={form.customerImpact}
          onChange={customerImpact => onChange({ customerImpact })}
        />
      </div>
      <TextField
        fullWidth
        multiline
        minRows={3}
        margin="normal"
        variant="outlined"
        id="incident-summary"
        label={t('incidentForms.field.summary')}
        value={form.summary}
        onChange={event => onChange({ summary: event.target.value })}
        helperText={t('incidentForms.field.summaryHelp')}
        inputProps={{ maxLength: 20_000 }}
      />
      <FormControlLabel
        label={t('incidentForms.field.isTest')}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={form.isTest}
            onChange={event => onChange({ isTest: event.target.checked })}
          />
        }
      />
      <details className={classes.times}>
        <summary>{t('incidentForms.declare.times')}</summary>
        <Typography variant="body2">
          {t('incidentForms.stamps.help', { zone: readersZone() })}
        </Typography>
        <div className={classes.pair}>
          {stampNames.map(name => (
            <StampField
              key={name}
              name={name}
              value={form.stamps[name]}
              fault={props.stampFaults[name]}
              onChange={value =>
                onChange({ stamps: { ...form.stamps, [name]: value } })
              }
            />
          ))}
        </div>
      </details>
    </>
  );
}
