import { makeStyles } from '@material-ui/core/styles';
import NextIcon from '@material-ui/icons/ArrowUpward';
import AttainedIcon from '@material-ui/icons/Check';
import LockedIcon from '@material-ui/icons/LockOutlined';
import type { RungState } from './LevelRung';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    left: 0,
    top: 8,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: 28,
    height: 28,
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: `2px solid ${theme.palette.divider}`,
    color: theme.palette.text.secondary,
    '& svg': { fontSize: 16 },
  },
  attained: {
    borderColor: theme.palette.primary.main,
    backgroundColor: theme.palette.primary.main,
    color: theme.palette.primary.contrastText,
  },
  next: {
    borderColor: theme.palette.primary.main,
    color: theme.palette.primary.main,
  },
  locked: {},
}));

const icons = { attained: AttainedIcon, next: NextIcon, locked: LockedIcon };

/** The mark on the rail; the word stands beside the level's name. */
export function RungNode({ state }: { state: RungState }) {
  const classes = useStyles();
  const Icon = icons[state];
  return (
    <span className={`${classes.root} ${classes[state]}`} aria-hidden="true">
      <Icon />
    </span>
  );
}
