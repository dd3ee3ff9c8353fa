import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { ListPager, type ListPagerProps } from './ListPager';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles({
  root: { position: 'relative', overflow: 'hidden' },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, height: 2 },
  refreshing: { opacity: 0.6, transition: 'opacity 200ms 200ms' },
  hidden: visuallyHidden,
});

export interface ListFrameProps extends ListPagerProps {
  refreshing: boolean;
  /** How many there are, read out when that changes. */
  results: string;
  /** Instead of the list, where it is empty. */
  empty: ReactNode;
  /** The list. */
  children: ReactNode;
}

/** A sheet with one page of a list and the way to others; dimmed while a newer one is on its way. */
export function ListFrame(props: ListFrameProps) {
  const { page, refreshing, address, results, empty, whole, children } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Paper variant="outlined" className={classes.root} aria-busy={refreshing}>
      {refreshing && (
        <LinearProgress
          className={classes.progress}
          aria-label={t('common.refreshing')}
        />
      )}
      <div className={classes.hidden} role="status" aria-live="polite">
        {!refreshing && results}
      </div>
      <div className={refreshing ? classes.refreshing : undefined}>
        {page.items.length === 0 ? empty : children}
        {page.totalItems > 0 && (
          <ListPager page={page} address={address} whole={whole} />
        )}
      </div>
    </Paper>
  );
}
