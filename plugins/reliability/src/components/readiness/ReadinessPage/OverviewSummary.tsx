import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistOverviewResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { ProgressMeter } from '../parts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2, 5),
    padding: theme.spacing(2),
  },
  big: { fontSize: '1.5rem', lineHeight: 1.2, fontWeight: 600 },
  label: { ...theme.typography.caption, color: theme.palette.text.secondary },
}));

/** The services in view at a glance. */
export function OverviewSummary(props: {
  overview: ChecklistOverviewResponse;
}) {
  const { services, signedOff, averageProgress, teams } = props.overview;
  const classes = useStyles();
  const { t } = useTranslation();
  const late = teams.filter(team => team.requiredMissing > 0).length;
  return (
    <Paper
      className={classes.root}
      component="section"
      aria-label={t('organisation.summary.label')}
      variant="outlined"
    >
      <div className={classes.big}>
        {t('organisation.summary.services', { count: services })}
      </div>
      <div>
        <div className={classes.label}>{t('organisation.summary.average')}</div>
        <ProgressMeter progress={averageProgress} width={120} />
      </div>
      <div>
        <div className={classes.label}>
          {t('organisation.summary.signedOff')}
        </div>
        {t('organisation.summary.signedOffOf', {
          number: String(signedOff),
          total: String(services),
        })}
      </div>
      <div>{t('organisation.summary.late', { count: late })}</div>
    </Paper>
  );
}
