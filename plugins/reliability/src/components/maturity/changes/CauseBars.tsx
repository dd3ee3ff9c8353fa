import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ListScoreChangesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { signedPoints } from '../../../utils/signedPoints';
import { CauseChip, statusColors, trackColor } from '../../common';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1.5, 0, 0), padding: 0, listStyle: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: '132px minmax(0, 1fr) 56px',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 32,
  },
  ground: {
    position: 'relative',
    height: 16,
    backgroundColor: trackColor(theme),
    borderRadius: 2,
  },
  middle: {
    position: 'absolute',
    left: '50%',
    top: -3,
    bottom: -3,
    width: 1,
    backgroundColor: theme.palette.text.secondary,
  },
  bar: { position: 'absolute', top: 0, bottom: 0, borderRadius: 2 },
  up: { left: '50%', backgroundColor: statusColors(theme).good },
  down: { right: '50%', backgroundColor: statusColors(theme).bad },
  value: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  other: { fontSize: '0.75rem', color: theme.palette.text.secondary },
}));

const parts = ['service', 'rule', 'data', 'unexplained'] as const;

const onePlace = (perMille: number | null) =>
  perMille === null ? '–' : (perMille / 10).toFixed(1);

/** What each cause did to the average score, as bars to the left and right of nothing. */
export function CauseBars({ changes }: { changes: ListScoreChangesResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { points, compared, from, to } = changes;
  if (compared === 0) {
    return <Typography variant="body2">{t('changes.points.none')}</Typography>;
  }
  const share = (amount: number) => amount / compared;
  const rest = signedPoints(share(points.unexplained));
  const shown = parts.filter(
    part => part !== 'unexplained' || rest !== signedPoints(0),
  );
  const most = Math.max(1, ...parts.map(part => Math.abs(share(points[part]))));
  const sum = parts.reduce((total, part) => total + points[part], 0);
  return (
    <>
      <Typography variant="body2">
        {t('changes.points.sum', {
          from: onePlace(from.averageScore),
          to: onePlace(to.averageScore),
          delta: signedPoints(share(sum)),
        })}
      </Typography>
      <ul className={classes.list} aria-label={t('changes.points.title')}>
        {shown.map(part => {
          const amount = share(points[part]);
          return (
            <li key={part} className={classes.row}>
              {part === 'unexplained' ? (
                <span className={classes.other}>
                  {t('changes.points.cause.unexplained')}
                </span>
              ) : (
                <CauseChip cause={part} />
              )}
              <span className={classes.ground} aria-hidden="true">
                <span className={classes.middle} />
                <span
                  className={`${classes.bar} ${
                    amount < 0 ? classes.down : classes.up
                  }`}
                  style={{ width: `${(50 * Math.abs(amount)) / most}%` }}
                />
              </span>
              <span className={classes.value}>{signedPoints(amount)}</span>
            </li>
          );
        })}
      </ul>
      <Typography variant="caption" color="textSecondary">
        {t('changes.points.help')}
      </Typography>
    </>
  );
}
