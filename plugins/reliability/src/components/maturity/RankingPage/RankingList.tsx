import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ListServicesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { visuallyHidden } from '../../common';
import { RankingCards } from './RankingCards';
import { RankingListProps, RankingTable } from './RankingTable';

const useStyles = makeStyles({
  root: { position: 'relative', overflow: 'hidden' },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, height: 2 },
  refreshing: { opacity: 0.6, transition: 'opacity 200ms 200ms' },
  hidden: visuallyHidden,
});

export interface RankingResultsProps
  extends Omit<RankingListProps, 'services'> {
  page: ListServicesResponse;
  refreshing: boolean;
  /** Instead of the list, where it is empty. */
  empty: ReactNode;
  pager: ReactNode;
}

/** One page of the ranking: a table, or cards where there is no room for one. */
export function RankingList(props: RankingResultsProps) {
  const { page, refreshing, empty, pager, ...list } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const List = narrow ? RankingCards : RankingTable;
  return (
    <Paper variant="outlined" className={classes.root} aria-busy={refreshing}>
      {refreshing && (
        <LinearProgress
          className={classes.progress}
          aria-label={t('common.refreshing')}
        />
      )}
      <div className={classes.hidden} role="status" aria-live="polite">
        {!refreshing && t('ranking.results', { count: page.totalItems })}
      </div>
      <div className={refreshing ? classes.refreshing : undefined}>
        {page.items.length === 0 ? (
          empty
        ) : (
          <List services={page.items} {...list} />
        )}
        {page.totalItems > 0 && pager}
      </div>
    </Paper>
  );
}
