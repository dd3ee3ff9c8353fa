import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { followUpStatuses } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import type {
  followUpFaults,
  FollowUpForm,
} from '../../../utils/incidents/followUpForm';
import { readersZone } from '../../../utils/oncall/times';
import { OwnerField } from '../parts';
import { ContradictsField } from './ContradictsField';

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gap: theme.spacing(0, 2),
  },
}));

/** The fields of a follow-up; of a provider's only those that may be set here. */
export function FollowUpFields(props: {
  form: FollowUpForm;
  onChange: (patch: Partial<FollowUpForm>) => void;
  faults: ReturnType<typeof followUpFaults>;
  isNew: boolean;
  ofProvider: boolean;
}) {
  const { form, onChange, faults, isNew, ofProvider } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const field = (name: 'title' | 'ticketKey' | 'ticketUrl' | 'due') => ({
    id: `follow-up-${name}`,
    fullWidth: true,
    margin: 'normal' as const,
    variant: 'outlined' as const,
    value: form[name],
    onChange: (event: { target: { value: string } }) =>
      onChange({ [name]: event.target.value }),
  });
  return (
    <>
      {ofProvider ? (
        <>
          <Typography variant="subtitle2">{form.title}</Typography>
          <Typography variant="body2">{t('followUps.providerHelp')}</Typography>
        </>
      ) : (
        <TextField
          {...field('title')}
          required
          label={t('followUps.dialog.name')}
          error={faults.title}
          helperText={faults.title && t('followUps.dialog.nameMissing')}
          inputProps={{ maxLength: 300 }}
        />
      )}
      <OwnerField
        id="follow-up-owner"
        label={t('followUps.dialog.owner')}
        help={t('followUps.dialog.ownerHelp')}
        owner={form.owner}
        onChange={owner => onChange({ owner })}
      />
      <div className={classes.pair}>
        <TextField
          {...field('due')}
          type="date"
          label={t('followUps.dialog.due')}
          InputLabelProps={{ shrink: true }}
          helperText={t('followUps.dialog.dueHelp', { zone: readersZone() })}
        />
        {!ofProvider && !isNew && (
          <TextField
            id="follow-up-status"
            select
            fullWidth
            margin="normal"
            variant="outlined"
            label={t('followUps.dialog.status')}
            value={form.status}
            onChange={event =>
              onChange({ status: event.target.value as FollowUpForm['status'] })
            }
            SelectProps={{ native: true }}
          >
            {followUpStatuses.map(status => (
              <option key={status} value={status}>
                {t(`followUps.status.${status}`)}
              </option>
            ))}
          </TextField>
        )}
      </div>
      {!ofProvider && (
        <div className={classes.pair}>
          <TextField
            {...field('ticketKey')}
            label={t('followUps.dialog.ticketKey')}
            error={faults.ticketKey}
            helperText={t(
              faults.ticketKey
                ? 'followUps.dialog.ticketKeyMissing'
                : 'followUps.dialog.ticketKeyHelp',
            )}
            inputProps={{ maxLength: 100 }}
          />
          <TextField
            {...field('ticketUrl')}
            label={t('followUps.dialog.ticketUrl')}
            error={faults.ticketUrl}
            helperText={
              faults.ticketUrl && t('followUps.dialog.ticketUrlWrong')
            }
            inputProps={{ maxLength: 2000, inputMode: 'url' }}
          />
        </div>
      )}
      <ContradictsField
        chosen={form.contradicts}
        onChange={contradicts => onChange({ contradicts })}
      />
    </>
  );
}
