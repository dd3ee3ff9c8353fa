import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
    '& > :first-child': { marginTop: 0 },
    '& > :last-child': { marginBottom: 0 },
    '& p': { margin: theme.spacing(0.75, 0) },
    '& code': {
      fontSize: '0.9em',
      padding: '1px 4px',
      borderRadius: 3,
      backgroundColor: theme.palette.action.hover,
    },
    '& img': { maxWidth: '100%' },
  },
}));

/** Markdown that people wrote: sanitised, links leave in a new tab. */
export function SafeMarkdown({ text }: { text: string }) {
  const classes = useStyles();
  return (
    <MarkdownContent
      className={classes.root}
      content={text}
      linkTarget="_blank"
    />
  );
}
