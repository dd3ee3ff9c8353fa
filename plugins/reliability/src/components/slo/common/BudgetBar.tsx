import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@plimsoll/backstage-plugin-reliability-common';
import { statusColors, trackColor, unknownPattern } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    display: 'block',
    overflow: 'hidden',
    width: '100%',
    borderRadius: 2,
    backgroundColor: trackColor(theme),
  },
  part: { position: 'absolute', top: 0, bottom: 0, left: 0 },
  calm: { backgroundColor: theme.palette.primary.main },
  warn: { backgroundColor: statusColors(theme).warn },
  bad: { backgroundColor: statusColors(theme).bad },
  quiet: { backgroundColor: theme.palette.text.secondary },
  unknown: {
    right: 0,
    backgroundColor: theme.palette.background.paper,
    backgroundImage: unknownPattern(theme),
    boxShadow: `inset 0 0 0 1px ${trackColor(theme)}`,
  },
  end: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: 2,
    marginLeft: -1,
    backgroundColor: theme.palette.background.paper,
  },
}));

const tones: Record<SloStatus, 'calm' | 'warn' | 'bad' | 'quiet'> = {
  healthy: 'calm',
  at_risk: 'warn',
  burning: 'bad',
  breached: 'bad',
  error: 'quiet',
  no_data: 'quiet',
  no_traffic: 'quiet',
  pending: 'quiet',
};

export interface BudgetBarProps {
  /** Share of the budget that is left, negative where more is spent than there was; null: not known. */
  remaining: number | null;
  status: SloStatus;
  height?: number;
}

/**
 * How much of a budget is left; a picture only, so its words have to stand beside it. Where more is spent
 * than there was, the bar is what was spent, and a cut marks where the budget ended.
 */
export function BudgetBar({ remaining, status, height = 8 }: BudgetBarProps) {
  const classes = useStyles();
  const tone = classes[tones[status]];
  const spent = remaining === null ? 0 : 1 - remaining;
  return (
    <span className={classes.root} style={{ height }} aria-hidden="true">
      {remaining === null && (
        <span className={`${classes.part} ${classes.unknown}`} />
      )}
      {remaining !== null && remaining >= 0 && (
        <span
          className={`${classes.part} ${tone}`}
          style={{ width: `${Math.min(1, remaining) * 100}%` }}
        />
      )}
      {remaining !== null && remaining < 0 && (
        <>
          <span className={`${classes.part} ${tone}`} style={{ right: 0 }} />
          <span className={classes.end} style={{ left: `${100 / spent}%` }} />
        </>
      )}
    </span>
  );
}
