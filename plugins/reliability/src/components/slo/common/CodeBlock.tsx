import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    overflow: 'hidden',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 1.5),
    padding: theme.spacing(0.75, 1, 0.75, 1.5),
    fontSize: '0.8125rem',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  code: {
    margin: 0,
    maxHeight: 360,
    overflow: 'auto',
    padding: theme.spacing(1.25, 1.5),
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    backgroundColor: theme.palette.action.hover,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  wrapped: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
}));

export interface CodeBlockProps {
  label: string;
  text: string;
  /** Breaks long lines, for queries; what has indents is scrolled instead. */
  wrap?: boolean;
  actions?: ReactNode;
}

/** A text for machines with its name, to be read and copied. */
export function CodeBlock({ label, text, wrap, actions }: CodeBlockProps) {
  const classes = useStyles();
  return (
    <figure className={classes.root}>
      <figcaption className={classes.head}>
        <span>{label}</span>
        <span className={classes.actions}>
          <CopyButton text={text} />
          {actions}
        </span>
      </figcaption>
      <pre
        className={wrap ? `${classes.code} ${classes.wrapped}` : classes.code}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
        tabIndex={0}
        aria-label={label}
        role="region"
      >
        <code>{text}</code>
      </pre>
    </figure>
  );
}
