import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '132px minmax(0, 80ch)',
    gap: theme.spacing(1, 1.5),
    margin: 0,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(0.25, 0),
      '& dd': { marginBottom: theme.spacing(1) },
    },
  },
}));

/** Terms on the left, what is said of them on the right. */
export function Details(props: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <Typography variant="body2" component="dl" className={classes.root}>
      {props.children}
    </Typography>
  );
}

/** One term and what is said of it. */
export function Detail(props: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
