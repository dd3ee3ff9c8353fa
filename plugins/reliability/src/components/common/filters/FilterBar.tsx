import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  clear: { textTransform: 'none' },
}));

export interface FilterBarProps {
  label: string;
  /** What takes every filter away, in words. */
  clear: string;
  /** Whether there is anything to take away. */
  isFiltered: boolean;
  onClear: () => void;
  /** Told of whatever is typed in the bar. */
  onInput?: () => void;
  children: ReactNode;
}

/** What narrows a list, in a row, and the way to take all of it away. */
export function FilterBar(props: FilterBarProps) {
  const { label, clear, isFiltered, onClear, onInput, children } = props;
  const classes = useStyles();
  return (
    <section className={classes.root} aria-label={label} onInput={onInput}>
      {children}
      {isFiltered && (
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={onClear}
        >
          {clear}
        </Button>
      )}
    </section>
  );
}
