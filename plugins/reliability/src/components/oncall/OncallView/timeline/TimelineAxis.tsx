import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  daysOf,
  placeOf,
  type TimelineWindow,
} from '../../../../utils/oncall/timeline';

const useStyles = makeStyles(theme => ({
  root: { position: 'absolute', inset: 0, pointerEvents: 'none' },
  day: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    overflow: 'hidden',
    borderLeft: `1px solid ${theme.palette.divider}`,
    padding: theme.spacing(0, 0.5),
    fontSize: '0.75rem',
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    // Primary, because secondary on the ground of a weekend is below 4.5:1.
    color: theme.palette.text.primary,
  },
  weekend: { backgroundColor: theme.palette.action.hover },
  now: {
    position: 'absolute',
    top: 20,
    bottom: 0,
    width: 2,
    backgroundColor: theme.palette.text.primary,
  },
  nowWord: {
    position: 'absolute',
    top: 20,
    padding: theme.spacing(0, 0.5),
    fontSize: '0.6875rem',
    lineHeight: '16px',
    fontWeight: 600,
    color: theme.palette.background.paper,
    backgroundColor: theme.palette.text.primary,
  },
}));

/** Too narrow for a date. */
const NARROW = 4;

/** Days, weekends and the present, behind the lanes: a picture only, every block says its times. */
export function TimelineAxis(props: { window: TimelineWindow; at: string }) {
  const { window, at } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const now = `${placeOf(at, window)}%`;
  return (
    <div className={classes.root} aria-hidden="true">
      {daysOf(window).map(({ iso, at: left, width, weekend }) => (
        <div
          key={iso}
          className={
            weekend ? `${classes.day} ${classes.weekend}` : classes.day
          }
          style={{ left: `${left}%`, width: `${width}%` }}
        >
          {width > NARROW && DateTime.fromISO(iso).toFormat('ccc d')}
        </div>
      ))}
      <span className={classes.now} style={{ left: now }} />
      <span className={classes.nowWord} style={{ left: now }}>
        {t('oncall.timeline.now')}
      </span>
    </div>
  );
}
