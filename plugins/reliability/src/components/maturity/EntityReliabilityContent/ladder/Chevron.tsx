import { makeStyles } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';

const useStyles = makeStyles(theme => ({
  root: {
    color: theme.palette.text.secondary,
    transition: theme.transitions.create('transform', { duration: 120 }),
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  open: { transform: 'rotate(180deg)' },
}));

/** Points down where there is more to see, up where it is seen. */
export function Chevron({ open }: { open: boolean }) {
  const classes = useStyles();
  return (
    <ExpandIcon
      aria-hidden="true"
      className={open ? `${classes.root} ${classes.open}` : classes.root}
    />
  );
}
