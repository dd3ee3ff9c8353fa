import { makeStyles } from '@material-ui/core/styles';
import type { PhaseState } from '@plimsoll/backstage-plugin-reliability-common';
import { SignOffCard } from './SignOffCard';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
  },
}));

/** The sign-offs of the phases that have one. */
export function SignOffs({ phases }: { phases: readonly PhaseState[] }) {
  const classes = useStyles();
  const signed = phases.filter(({ signOff }) => signOff !== null);
  if (signed.length === 0) return null;
  return (
    <div className={classes.root}>
      {signed.map(
        ({ id, title, signOff }) =>
          signOff && <SignOffCard key={id} phase={title} signOff={signOff} />,
      )}
    </div>
  );
}
