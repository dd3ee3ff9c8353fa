import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import ArrowIcon from '@material-ui/icons/ArrowDropDown';
import { ReactNode, useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  button: {
    textTransform: 'none',
    fontWeight: 400,
    maxWidth: 260,
    minHeight: 36,
    borderColor: theme.palette.divider,
    backgroundColor: theme.palette.background.paper,
    '&:hover': {
      // The usual hover is see-through and would let the page show.
      backgroundColor: theme.palette.background.paper,
      borderColor: theme.palette.text.secondary,
    },
  },
  chosen: { borderColor: theme.palette.primary.main },
  label: { minWidth: 0 },
  name: { color: theme.palette.text.secondary, marginRight: 4 },
  value: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  paper: { width: 320, maxWidth: 'calc(100vw - 32px)' },
}));

export interface FilterPopoverProps {
  name: string;
  /** What is chosen, in words; absent for nothing. */
  value?: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A button that says what a filter is set to, and opens the place to change it. */
export function FilterPopover({ name, value, children }: FilterPopoverProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        variant="outlined"
        className={
          value ? `${classes.button} ${classes.chosen}` : classes.button
        }
        classes={{ label: classes.label }}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
        endIcon={<ArrowIcon />}
      >
        <span className={classes.name}>{name}:</span>{' '}
        <span className={classes.value}>
          {value ?? t('ranking.filters.any')}
        </span>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-label': name,
        }}
      >
        {anchor && children(close)}
      </Popover>
    </>
  );
}
