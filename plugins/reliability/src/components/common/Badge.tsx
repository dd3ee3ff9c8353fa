import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-block',
    padding: '0 6px',
    border: `1px solid ${theme.palette.text.secondary}`,
    borderRadius: 4,
    fontSize: '0.75rem',
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    color: theme.palette.text.secondary,
  },
}));

/** A word about something, in a frame. */
export function Badge(props: { title?: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <span className={classes.root} title={props.title}>
      {props.children}
    </span>
  );
}
