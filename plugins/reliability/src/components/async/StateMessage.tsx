import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    fontFamily: theme.typography.fontFamily,
    maxWidth: 560,
    margin: '0 auto',
    padding: theme.spacing(5, 2),
  },
  dense: { padding: theme.spacing(2, 1) },
  icon: {
    color: theme.palette.text.secondary,
    marginBottom: theme.spacing(1),
    '& svg': { fontSize: 32, display: 'block' },
  },
  // Primary, because secondary on the page's own ground is below 4.5:1 in the light Backstage theme.
  text: { color: theme.palette.text.primary, overflowWrap: 'anywhere' },
  action: { marginTop: theme.spacing(2) },
}));

export interface StateMessageProps {
  title: string;
  icon?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
  /** Less room, for cards. */
  dense?: boolean;
  /** `alert` is read out at once; use it for failures only. */
  role?: 'status' | 'alert';
}

/** The face of a state without content: what is the matter, and what to do next. */
export function StateMessage(props: StateMessageProps) {
  const { title, icon, action, children, dense, role = 'status' } = props;
  const classes = useStyles();
  return (
    <div
      className={dense ? `${classes.root} ${classes.dense}` : classes.root}
      role={role}
    >
      {icon && (
        <span className={classes.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <Typography variant="subtitle1" component="p">
        {title}
      </Typography>
      {children && (
        <Typography variant="body2" component="div" className={classes.text}>
          {children}
        </Typography>
      )}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
