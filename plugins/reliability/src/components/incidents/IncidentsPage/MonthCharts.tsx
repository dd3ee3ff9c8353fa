import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentStatsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText, shortLengthText } from '../../../utils/incidents/lengths';
import { MonthBars } from './MonthBars';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
    gap: theme.spacing(2, 4),
    marginBottom: theme.spacing(2),
  },
}));

/** How many incidents each month had, and how long restoring took where there were enough to tell. */
export function MonthCharts(props: Pick<IncidentStatsResponse, 'groups'>) {
  const { groups } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (groups.length === 0) return null;
  const counts = groups.map(({ key, figures }) => ({
    month: key,
    value: figures.incidents,
    words: String(figures.incidents),
    short: String(figures.incidents),
  }));
  const restores = groups.map(({ key, figures, trend }) => {
    const { median } = figures.restore;
    return trend && median !== null
      ? {
          month: key,
          value: median,
          words: lengthText(median),
          short: shortLengthText(median),
        }
      : {
          month: key,
          value: null,
          words: t('incidents.trend.tooFew'),
          short: '–',
        };
  });
  const told = restores.some(({ value }) => value !== null);
  return (
    <div className={classes.root}>
      <MonthBars title={t('incidents.trend.count')} bars={counts} />
      {told ? (
        <div>
          <MonthBars title={t('incidents.trend.restore')} bars={restores} />
          <Typography variant="caption" color="textSecondary">
            {t('incidents.trend.help')}
          </Typography>
        </div>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('incidents.trend.none')}
        </Typography>
      )}
    </div>
  );
}
