import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../../hooks/useTranslation';
import { OwnerField } from '../../../incidents/parts';
import type { CampaignForm, CampaignProblems } from './campaignForm';

const useStyles = makeStyles(theme => ({
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 220px))',
    gap: theme.spacing(0, 2),
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
}));

export interface FieldsProps {
  form: CampaignForm;
  /** Absent until somebody tried to store it. */
  problems?: CampaignProblems;
  /** What must stay while it runs cannot be changed. */
  running: boolean;
  onChange: (patch: Partial<CampaignForm>) => void;
}

/** What the goal is, who runs it, from when until when. */
export function CampaignFields(props: FieldsProps) {
  const { form, problems, running, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const common = {
    fullWidth: true,
    margin: 'normal' as const,
    variant: 'outlined' as const,
  };
  const due = () => {
    if (problems?.due) return t('campaigns.form.dueMissing');
    return problems?.order ? t('campaigns.form.dueWrong') : undefined;
  };
  return (
    <>
      <TextField
        {...common}
        id="campaign-title"
        required
        label={t('campaigns.form.title')}
        value={form.title}
        onChange={event => onChange({ title: event.target.value })}
        error={problems?.title}
        helperText={t(
          problems?.title
            ? 'campaigns.form.titleMissing'
            : 'campaigns.form.titleHelp',
        )}
        inputProps={{ maxLength: 200 }}
      />
      <TextField
        {...common}
        id="campaign-goal"
        multiline
        minRows={2}
        label={t('campaigns.form.goal')}
        value={form.goal}
        onChange={event => onChange({ goal: event.target.value })}
        helperText={t('campaigns.form.goalHelp')}
        inputProps={{ maxLength: 10_000 }}
      />
      <OwnerField
        id="campaign-owner"
        label={t('campaigns.form.owner')}
        help={t(
          problems?.owner
            ? 'campaigns.form.ownerMissing'
            : 'campaigns.form.ownerHelp',
        )}
        owner={form.owner}
        onChange={owner => onChange({ owner })}
      />
      <div className={classes.days}>
        <TextField
          {...common}
          id="campaign-starts"
          type="date"
          label={t('campaigns.form.startsAt')}
          value={form.startsAt}
          disabled={running}
          onChange={event => onChange({ startsAt: event.target.value })}
          helperText={running ? t('campaigns.form.fixed') : undefined}
          InputLabelProps={{ shrink: true }}
        />
        <TextField
          {...common}
          id="campaign-due"
          type="date"
          required
          label={t('campaigns.form.dueAt')}
          value={form.dueAt}
          onChange={event => onChange({ dueAt: event.target.value })}
          error={Boolean(due())}
          helperText={due()}
          InputLabelProps={{ shrink: true }}
        />
      </div>
    </>
  );
}
