import { makeStyles } from '@material-ui/core/styles';
import { trackColor, unknownPattern } from './palette';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    overflow: 'hidden',
    borderRadius: 2,
    backgroundColor: trackColor(theme),
  },
  earned: { backgroundColor: theme.palette.primary.main },
  missed: { flex: 1 },
  unknown: {
    backgroundColor: theme.palette.background.paper,
    backgroundImage: unknownPattern(theme),
    boxShadow: `inset 0 0 0 1px ${trackColor(theme)}`,
  },
}));

export interface KnownBarProps {
  /** Per mille. */
  score: number;
  /** Per mille. */
  coverage: number;
  width: number | string;
  height: number;
}

/** Earned, missed, not known: a picture only, so its words have to stand beside it. */
export function KnownBar({ score, coverage, width, height }: KnownBarProps) {
  const classes = useStyles();
  return (
    <span className={classes.root} style={{ width, height }}>
      <span className={classes.earned} style={{ width: `${score / 10}%` }} />
      <span className={classes.missed} />
      <span
        className={classes.unknown}
        style={{ width: `${(1000 - coverage) / 10}%` }}
      />
    </span>
  );
}
