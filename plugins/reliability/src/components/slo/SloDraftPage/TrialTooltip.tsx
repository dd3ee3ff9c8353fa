import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useTranslation } from '../../../hooks/useTranslation';
import { sliText } from '../../../utils/slo/numbers';
import { useSloWords } from '../common';
import type { TrialPoint } from './trialPoints';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 1.5) },
}));

/** A time of the chart in words. recharts hands in the props besides the target. */
export function TrialTooltip(props: {
  target: number;
  active?: boolean;
  payload?: { payload: TrialPoint }[];
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const point = props.active ? props.payload?.[0]?.payload : undefined;
  if (!point) return null;
  const { time, remaining, sli } = point;
  return (
    <Paper elevation={3} className={classes.root}>
      <Typography variant="caption" color="textSecondary" component="div">
        {DateTime.fromMillis(time).toLocaleString(DateTime.DATETIME_MED)}
      </Typography>
      <Typography variant="body2">
        {words.budget(remaining === null ? null : remaining / 100)}
      </Typography>
      {sli !== null && (
        <Typography variant="caption" color="textSecondary">
          {`${t('sloDraft.trial.sli')}: ${sliText(sli, props.target)}`}
        </Typography>
      )}
    </Paper>
  );
}
