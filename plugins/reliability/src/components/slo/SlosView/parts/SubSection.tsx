import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    minHeight: 32,
    marginBottom: theme.spacing(0.5),
  },
  title: { fontWeight: 600 },
}));

/** A part of an SLO with its heading, and what can be done with it on the right. */
export function SubSection(props: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, actions, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={classes.head}>
        <Typography
          variant="subtitle2"
          component="h3"
          id={id}
          className={classes.title}
        >
          {title}
        </Typography>
        {actions}
      </div>
      {children}
    </section>
  );
}
