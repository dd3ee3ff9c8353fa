import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  head: { fontWeight: 600, marginBottom: theme.spacing(0.75) },
}));

/** A heading within the card, and what is below it. */
export function SubHead(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div>
      <Typography variant="body2" component="h3" className={classes.head}>
        {props.title}
      </Typography>
      {props.children}
    </div>
  );
}
