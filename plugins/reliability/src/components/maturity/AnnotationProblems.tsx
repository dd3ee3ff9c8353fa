import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Section } from './Section';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
}));

/** What annotations name and nothing follows from; nothing where there is none. */
export function AnnotationProblems(props: {
  title: string;
  intro: string;
  problems: readonly { annotation: string; value: string; message: string }[];
}) {
  const { title, intro, problems } = props;
  const classes = useStyles();
  if (problems.length === 0) return null;
  return (
    <Section title={title}>
      <Typography variant="body2">{intro}</Typography>
      <ul className={classes.list} aria-label={title}>
        {problems.map(({ annotation, value, message }) => (
          <li key={`${annotation} ${value}`}>
            <code>
              {annotation}: {value}
            </code>
            <br />
            {message}
          </li>
        ))}
      </ul>
    </Section>
  );
}
