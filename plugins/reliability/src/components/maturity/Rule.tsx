import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    color: theme.palette.text.primary,
  },
}));

/** An expression or the name of a fact, as a rule writes it. */
export function Rule({ text }: { text: string }) {
  return <code className={useStyles().root}>{text}</code>;
}
