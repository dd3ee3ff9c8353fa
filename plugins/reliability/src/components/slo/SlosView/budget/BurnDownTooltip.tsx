import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useTranslation } from '../../../../hooks/useTranslation';
import { countText } from '../../../../utils/slo/numbers';
import { useSloWords } from '../../common';
import type { BurnDownPoint } from './burnDownPoints';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 1.5) },
}));

/** A day of the chart in words. recharts hands in the props besides the zone. */
export function BurnDownTooltip(props: {
  timeZone: string;
  active?: boolean;
  payload?: { payload: BurnDownPoint }[];
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const point = props.active ? props.payload?.[0]?.payload : undefined;
  if (!point) return null;
  const { row, time, remaining } = point;
  return (
    <Paper elevation={3} className={classes.root}>
      <Typography variant="caption" color="textSecondary" component="div">
        {row
          ? DateTime.fromMillis(time, { zone: props.timeZone }).toLocaleString(
              DateTime.DATE_MED,
            )
          : t('slo.history.now')}
      </Typography>
      <Typography variant="body2">
        {words.budget(remaining === null ? null : remaining / 100)}
      </Typography>
      {row && row.bad !== null && row.total !== null && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('slo.history.thatDay', {
            bad: countText(row.bad),
            total: countText(row.total),
          })}
        </Typography>
      )}
      {row?.corrected && (
        <Typography variant="caption" color="textSecondary">
          {t('slo.flag.corrected')}
        </Typography>
      )}
    </Paper>
  );
}
