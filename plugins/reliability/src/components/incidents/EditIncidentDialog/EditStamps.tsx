import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stampNames } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import type { stampFaults } from '../../../utils/incidents/incidentFaults';
import { readersZone } from '../../../utils/oncall/times';
import { ProvenanceMark } from '../common';
import { StampField } from '../parts';
import { EditedField } from './EditedField';
import type { Editing } from './editing';

const useStyles = makeStyles(theme => ({
  title: { marginTop: theme.spacing(2), fontWeight: 600 },
  times: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: theme.spacing(1, 2),
    alignItems: 'start',
  },
}));

/** The times, each with where it comes from; and a line for the timeline. */
export function EditStamps(props: {
  editing: Editing;
  faults: ReturnType<typeof stampFaults>;
}) {
  const { editing, faults } = props;
  const { incident, form, change, reverted } = editing;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <Typography variant="subtitle2" component="h3" className={classes.title}>
        {t('incidentForms.stamps.title')}
      </Typography>
      <Typography variant="body2">
        {t('incidentForms.stamps.help', { zone: readersZone() })}
      </Typography>
      <div className={classes.times}>
        {stampNames.map(name => {
          const stamp = incident.stamps[name];
          return (
            <EditedField
              key={name}
              editing={editing}
              field={name}
              label={t(`incident.stamp.${name}`)}
            >
              <StampField
                name={name}
                value={form.stamps[name]}
                fault={faults[name]}
                disabled={reverted.includes(name)}
                onChange={value =>
                  change({ stamps: { ...form.stamps, [name]: value } })
                }
              />
              {stamp && stamp.from !== 'person' && (
                <ProvenanceMark from={stamp.from} />
              )}
            </EditedField>
          );
        })}
      </div>
      <TextField
        fullWidth
        multiline
        margin="normal"
        variant="outlined"
        id="incident-update"
        label={t('incidentForms.field.update')}
        helperText={t('incidentForms.field.updateHelp')}
        value={form.update}
        onChange={event => change({ update: event.target.value })}
        inputProps={{ maxLength: 5000 }}
      />
    </>
  );
}
