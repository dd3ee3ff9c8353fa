import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useTranslation } from '../../../../hooks/useTranslation';
import type { ChartPoint } from './chartData';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 1.5) },
}));

/** A day of the chart in words. recharts hands in the props. */
export function ChartTooltip(props: {
  active?: boolean;
  payload?: { payload: ChartPoint }[];
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const point = props.active ? props.payload?.[0]?.payload : undefined;
  if (!point) return null;
  return (
    <Paper elevation={3} className={classes.root}>
      <Typography variant="caption" color="textSecondary" component="div">
        {DateTime.fromMillis(point.time, { zone: 'utc' }).toLocaleString(
          DateTime.DATE_MED,
        )}
      </Typography>
      <Typography variant="body2">
        {`${t('history.score')} ${point.score} · ${point.level}`}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('history.coverage', { coverage: String(point.coverage) })}
      </Typography>
    </Paper>
  );
}
