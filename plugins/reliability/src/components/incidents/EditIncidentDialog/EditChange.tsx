import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import type { incidentFaults } from '../../../utils/incidents/incidentFaults';
import { EditedField } from './EditedField';
import type { Editing } from './editing';

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: theme.spacing(0, 2),
  },
}));

/** The change that the incident came from. */
export function EditChange(props: {
  editing: Editing;
  faults: ReturnType<typeof incidentFaults>;
}) {
  const { editing, faults } = props;
  const { form, change, reverted } = editing;
  const classes = useStyles();
  const { t } = useTranslation();
  const field = (name: 'changeTitle' | 'changeUrl', longest: number) => ({
    id: `incident-${name}`,
    fullWidth: true,
    margin: 'normal' as const,
    variant: 'outlined' as const,
    label: t(`incidentForms.field.${name}`),
    value: form[name],
    disabled: reverted.includes('change'),
    error: faults[name],
    inputProps: { maxLength: longest },
    onChange: (event: { target: { value: string } }) =>
      change({ [name]: event.target.value }),
  });
  return (
    <EditedField
      editing={editing}
      field="change"
      label={t('incidentForms.field.change')}
    >
      <div className={classes.pair}>
        <TextField
          {...field('changeTitle', 300)}
          helperText={t(
            faults.changeTitle
              ? 'incidentForms.field.changeTitleMissing'
              : 'incidentForms.field.change',
          )}
        />
        <TextField
          {...field('changeUrl', 2000)}
          helperText={
            faults.changeUrl && t('incidentForms.field.changeUrlWrong')
          }
        />
      </div>
    </EditedField>
  );
}
