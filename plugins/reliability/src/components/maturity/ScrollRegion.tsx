import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    overflow: 'auto',
    // Hidden words inside are placed absolutely; without this they would widen the page.
    position: 'relative',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
}));

/** Keeps what is too wide from widening the page; it can be scrolled from the keyboard. */
export function ScrollRegion(props: {
  label: string;
  /** Pixels, for what may also be very long. */
  maxHeight?: number;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div
      className={classes.root}
      style={{ maxHeight: props.maxHeight }}
      role="region"
      aria-label={props.label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container must take the focus
      tabIndex={0}
    >
      {props.children}
    </div>
  );
}
