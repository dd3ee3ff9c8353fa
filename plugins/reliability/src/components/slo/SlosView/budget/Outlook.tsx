import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SloResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { shareText } from '../../../../utils/slo/numbers';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
}));

/** What leaves a rolling window next, and when a spent budget is back above zero. */
export function Outlook({ slo }: { slo: SloResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { outlook, remaining, window } = slo;
  if (window.kind === 'calendar') {
    return window.to === null ? null : (
      <Typography variant="body2" className={classes.root}>
        {t('slo.outlook.calendar', { date: dayText(window.to) })}
      </Typography>
    );
  }
  // Members have days of their own: what leaves the window of the whole is not known.
  if (!outlook || slo.composite) return null;
  const { rollsOff, backAboveZeroOn } = outlook;
  const spent = remaining !== null && remaining < 0;
  return (
    <Typography variant="body2" className={classes.root}>
      {rollsOff
        ? t('slo.outlook.rollsOff', {
            date: dayText(rollsOff.on),
            share: shareText(rollsOff.share),
          })
        : t('slo.outlook.nothing')}{' '}
      {spent &&
        (backAboveZeroOn
          ? t('slo.outlook.back', { date: dayText(backAboveZeroOn) })
          : t('slo.outlook.notBack'))}
    </Typography>
  );
}
