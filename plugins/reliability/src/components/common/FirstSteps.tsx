import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { Section } from '../maturity/Section';
import { CodeBlock } from '../slo/common/CodeBlock';

const useStyles = makeStyles(theme => ({
  text: { maxWidth: '80ch' },
  steps: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
    margin: theme.spacing(2, 0),
  },
}));

export interface FirstStepsProps {
  title: string;
  /** What is missing, and what it is good for. */
  what: string;
  /** What to write down, as it may look. */
  examples: readonly { label: string; text: string }[];
  /** What comes of it. */
  then: ReactNode;
  /** What can be done at once. */
  children?: ReactNode;
}

/** Instead of a part that has nothing to show yet: what it would show, and how to get there. */
export function FirstSteps(props: FirstStepsProps) {
  const { title, what, examples, then, children } = props;
  const classes = useStyles();
  return (
    <Section title={title}>
      <Typography variant="body2" className={classes.text}>
        {what}
      </Typography>
      <div className={classes.steps}>
        {examples.map(({ label, text }) => (
          <CodeBlock key={label} label={label} text={text} />
        ))}
      </div>
      <Typography variant="body2" className={classes.text}>
        {then}
      </Typography>
      {children}
    </Section>
  );
}
