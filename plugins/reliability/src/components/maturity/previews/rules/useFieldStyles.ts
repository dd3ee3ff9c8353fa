import { makeStyles } from '@material-ui/core/styles';
import { plainTable } from '../../plainTable';

/** Tables of plain fields: fifty rows of Material UI's would cost seconds. */
export const useFieldStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    '& th, & td': {
      padding: theme.spacing(0.75, 2, 0.75, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      verticalAlign: 'middle',
    },
    '& tbody th': { fontWeight: 'normal', minWidth: 200 },
    '& thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      backgroundColor: theme.palette.background.paper,
      fontSize: '0.75rem',
      fontWeight: 600,
      color: theme.palette.text.secondary,
    },
  },
  field: {
    font: 'inherit',
    minHeight: 30,
    padding: '2px 6px',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    colorScheme: theme.palette.type,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    '&:disabled': { opacity: 0.6 },
  },
}));
