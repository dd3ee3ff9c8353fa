import { Link, useSidebarOpenState } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    height: 64,
    paddingLeft: 20,
    gap: 14,
    color: '#fff',
    fontSize: 20,
    letterSpacing: '0.02em',
  },
  mark: { flex: 'none' },
});

/** The load line: a circle crossed by the line to which a ship may be laden. */
export function Logo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={classes.root}
      aria-label="Plimsoll, home"
    >
      <svg
        className={classes.mark}
        width="32"
        height="32"
        viewBox="0 0 32 32"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        aria-hidden="true"
      >
        <circle cx="16" cy="16" r="9.5" />
        <path d="M1 16h30" />
      </svg>
      {isOpen && 'Plimsoll'}
    </Link>
  );
}
