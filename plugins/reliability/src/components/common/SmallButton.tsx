import { makeStyles } from '@material-ui/core/styles';
import type { ButtonHTMLAttributes } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    font: 'inherit',
    fontSize: '0.8125rem',
    lineHeight: '20px',
    minHeight: 28,
    padding: '2px 10px',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    cursor: 'pointer',
    '&:hover': { borderColor: theme.palette.text.secondary },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
    '&[aria-pressed=true]': {
      color: theme.palette.primary.contrastText,
      backgroundColor: theme.palette.primary.main,
      borderColor: theme.palette.primary.main,
    },
    '&:disabled': { cursor: 'default', opacity: 0.5 },
  },
  quiet: {
    backgroundColor: 'transparent',
    borderColor: 'transparent',
    textDecoration: 'underline',
    padding: '2px 4px',
    marginLeft: -4,
    textAlign: 'left',
  },
}));

/** A plain button: a list of sixty items with three each must not cost what those of Material UI do. */
export function SmallButton(
  props: ButtonHTMLAttributes<HTMLButtonElement> & { quiet?: boolean },
) {
  const { quiet, ...button } = props;
  const classes = useStyles();
  return (
    <button
      type="button"
      className={quiet ? `${classes.root} ${classes.quiet}` : classes.root}
      {...button}
    />
  );
}
