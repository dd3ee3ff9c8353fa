import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    color: theme.palette.text.primary,
  },
  brief: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
}));

const LONG = 80;
/** `||` and `&&` outside of texts in quotation marks. */
const junction = / (\|\||&&) (?=(?:[^"]*"[^"]*")*[^"]*$)/g;

/** A long rule gets a line for each of its parts. */
function lines(text: string): string {
  return text.length > LONG ? text.replace(junction, '\n$1 ') : text;
}

/** An expression or the name of a fact, as a rule writes it. */
export function Rule(props: {
  text: string;
  /** Two lines at most; the whole of it is in the tooltip, and has to be elsewhere too. */
  brief?: boolean;
}) {
  const { text, brief } = props;
  const classes = useStyles();
  return brief ? (
    <code className={`${classes.root} ${classes.brief}`} title={text}>
      {text}
    </code>
  ) : (
    <code className={classes.root}>{lines(text)}</code>
  );
}
