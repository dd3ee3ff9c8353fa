import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import {
  chartTicks,
  type ChartWindow,
} from '../../../utils/incidents/timeline';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative', height: 22, overflow: 'hidden' },
  tick: {
    position: 'absolute',
    bottom: 0,
    paddingLeft: theme.spacing(0.5),
    borderLeft: `1px solid ${theme.palette.divider}`,
    fontSize: '0.75rem',
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    color: theme.palette.text.secondary,
  },
}));

/** Days above the chart: a picture only, every bar says its times. */
export function ChartAxis({ window }: { window: ChartWindow }) {
  const classes = useStyles();
  return (
    <div className={classes.root} aria-hidden="true">
      {chartTicks(window).map(({ iso, at }) => (
        <span key={iso} className={classes.tick} style={{ left: `${at}%` }}>
          {DateTime.fromISO(iso).toFormat('d LLL')}
        </span>
      ))}
    </div>
  );
}
