import { makeStyles } from '@material-ui/core/styles';
import type { RankedServiceItem } from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import { useTranslation } from '../../hooks/useTranslation';
import { points } from '../../utils/points';
import { statusColors } from './palette';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles(theme => ({
  root: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  arrow: { fontSize: '0.7em', marginRight: 4, verticalAlign: '0.08em' },
  up: { color: statusColors(theme).good },
  down: { color: statusColors(theme).bad },
  same: { color: theme.palette.text.secondary },
  hidden: visuallyHidden,
}));

const dateOf = (iso: string) =>
  DateTime.fromISO(iso).toLocaleString(DateTime.DATE_MED);

/** The change of a score: an arrow, the points, and in words since when. */
export function Trend({ trend }: { trend: RankedServiceItem['trend'] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  if (!trend) {
    const words = t('ranking.trend.none');
    return (
      <span className={`${classes.root} ${classes.same}`} title={words}>
        <span aria-hidden="true">–</span>
        <span className={classes.hidden}>{words}</span>
      </span>
    );
  }
  // Whole points of both ends, so that the change agrees with the two scores that people see.
  const now = points(trend.scoreThen + trend.delta);
  const change = now - points(trend.scoreThen);
  const count = Math.abs(change);
  const words = {
    date: dateOf(trend.since),
    score: String(points(trend.scoreThen)),
  };
  if (change === 0) {
    const text = t('ranking.trend.same', { date: words.date });
    return (
      <span className={`${classes.root} ${classes.same}`} title={text}>
        <span aria-hidden="true">–</span>
        <span className={classes.hidden}>{text}</span>
      </span>
    );
  }
  const up = change > 0;
  const text = up
    ? t('ranking.trend.up', { count, ...words })
    : t('ranking.trend.down', { count, ...words });
  return (
    <span className={classes.root} title={text}>
      <span aria-hidden="true">
        <span className={`${classes.arrow} ${up ? classes.up : classes.down}`}>
          {up ? '▲' : '▼'}
        </span>
        {count}
      </span>
      <span className={classes.hidden}>{text}</span>
    </span>
  );
}
