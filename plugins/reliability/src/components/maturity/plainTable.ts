import type { Theme } from '@material-ui/core/styles';
import type { CreateCSSProperties } from '@material-ui/core/styles/withStyles';

/** A table to be read: rows that grow with their text, thin lines, quiet headers. */
export const plainTable = (theme: Theme): CreateCSSProperties => ({
  width: '100%',
  minWidth: 640,
  borderCollapse: 'collapse',
  fontSize: theme.typography.body2.fontSize,
  lineHeight: 1.5,
  '& th, & td': {
    padding: theme.spacing(1, 2, 1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    textAlign: 'left',
    verticalAlign: 'top',
  },
  '& thead th': {
    fontSize: '0.75rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
  },
  '& tbody th': { fontWeight: 'normal' },
});
