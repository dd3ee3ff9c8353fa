import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import type { OncallAddress } from '../../../hooks/oncall/useOncall';
import { useTranslation } from '../../../hooks/useTranslation';
import { visuallyHidden } from '../../common';
import { RankingPager } from '../../maturity/RankingPage/RankingPager';

const useStyles = makeStyles({
  root: { position: 'relative', overflow: 'hidden' },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, height: 2 },
  refreshing: { opacity: 0.6, transition: 'opacity 200ms 200ms' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  hidden: visuallyHidden,
});

export interface ListFrameProps {
  page: { items: readonly unknown[]; totalItems: number; nextCursor?: string };
  refreshing: boolean;
  address: OncallAddress;
  label: string;
  /** How many there are, read out when that changes. */
  results: string;
  /** Instead of the list, where it is empty. */
  empty: ReactNode;
  /** The items. */
  children: ReactNode;
  /** What can be done with the whole list. */
  whole?: ReactNode;
}

/** One page of a list of the directory, with the way to others. */
export function ListFrame(props: ListFrameProps) {
  const { page, refreshing, address, label, results, empty, children } = props;
  const { whole } = props;
  const { params, change, next, previous, knowsWayBack } = address;
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
        {page.items.length === 0 ? (
          empty
        ) : (
          <ul className={classes.list} aria-label={label}>
            {children}
          </ul>
        )}
        {page.totalItems > 0 && (
          <RankingPager
            page={params.page}
            limit={params.limit}
            shown={page.items.length}
            total={page.totalItems}
            nextCursor={page.nextCursor}
            knowsWayBack={knowsWayBack}
            onNext={next}
            onPrevious={previous}
            onLimit={limit => change({ limit })}
            whole={whole}
          />
        )}
      </div>
    </Paper>
  );
}
