import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  riskStateSchema,
  type RiskItem,
  type RiskState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { OwnerField, SelectField } from '../../../incidents/parts';
import { ConcernFields } from './ConcernFields';
import type { RiskFault, RiskForm } from './riskForm';

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
    gap: theme.spacing(0, 2),
  },
}));

const degrees = ['1', '2', '3', '4', '5'] as const;

/** The fields of a risk. */
export function RiskFields(props: {
  form: RiskForm;
  faults: Partial<Record<RiskFault, true>>;
  /** What is written or changed; absent: a new one from nothing. */
  risk?: RiskItem;
  onChange: (patch: Partial<RiskForm>) => void;
}) {
  const { form, faults, risk, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const field = (
    name: 'title' | 'description' | 'mitigation' | 'reviewBy',
    most = 5000,
  ) => ({
    id: `risk-${name}`,
    fullWidth: true,
    margin: 'normal' as const,
    variant: 'outlined' as const,
    value: form[name],
    inputProps: { maxLength: most },
    onChange: (event: { target: { value: string } }) =>
      onChange({ [name]: event.target.value }),
  });
  const choices = degrees.map(value => ({
    value,
    words: t(`kpis.risks.dialog.degree.${value}`),
  }));
  return (
    <>
      <TextField
        {...field('title', 200)}
        required
        label={t('kpis.risks.dialog.name')}
        error={faults.title}
        helperText={faults.title && t('kpis.risks.dialog.nameMissing')}
      />
      {!risk?.check && (
        <ConcernFields
          form={form}
          faults={faults}
          titles={risk?.services}
          onChange={onChange}
        />
      )}
      <div className={classes.pair}>
        {(['likelihood', 'impact'] as const).map(name => (
          <SelectField
            key={name}
            id={`risk-${name}`}
            label={t(`kpis.risks.dialog.${name}`)}
            value={form[name]}
            choices={choices}
            onChange={value => onChange({ [name]: value })}
          />
        ))}
      </div>
      <OwnerField
        id="risk-owner"
        label={t('kpis.risks.dialog.owner')}
        help={t(
          faults.owner
            ? 'kpis.risks.dialog.ownerMissing'
            : 'kpis.risks.dialog.ownerHelp',
        )}
        owner={form.owner}
        onChange={owner => onChange({ owner })}
      />
      <TextField
        {...field('mitigation')}
        multiline
        minRows={2}
        label={t('kpis.risks.dialog.mitigation')}
      />
      <div className={classes.pair}>
        <TextField
          {...field('reviewBy')}
          type="date"
          label={t('kpis.risks.dialog.reviewBy')}
          InputLabelProps={{ shrink: true }}
          error={faults.reviewBy}
          helperText={t(
            faults.reviewBy
              ? 'kpis.risks.dialog.reviewByMissing'
              : 'kpis.risks.dialog.reviewByHelp',
          )}
        />
        <SelectField
          id="risk-state"
          label={t('kpis.risks.dialog.state')}
          value={form.state}
          choices={riskStateSchema.options.map(value => ({
            value,
            words: t(`kpis.risks.states.${value}`),
          }))}
          onChange={state => onChange({ state: state as RiskState })}
        />
      </div>
      <TextField
        {...field('description')}
        multiline
        minRows={2}
        label={t('kpis.risks.dialog.description')}
      />
    </>
  );
}
