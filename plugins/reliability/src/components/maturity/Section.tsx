import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2.5, 3, 3),
    // The portal's body may have another font than the theme of its MUI parts.
    fontFamily: theme.typography.fontFamily,
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    minHeight: 32,
  },
  body: { marginTop: theme.spacing(1.5) },
}));

/** A part of the tab: a sheet of paper with a heading, and what can be done with all of it on the right. */
export function Section(props: {
  title: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const { title, actions, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <Paper component="section" className={classes.root} aria-labelledby={id}>
      <div className={classes.head}>
        <Typography variant="h6" component="h2" id={id}>
          {title}
        </Typography>
        {actions}
      </div>
      {children && <div className={classes.body}>{children}</div>}
    </Paper>
  );
}
