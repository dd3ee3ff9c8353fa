import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentItem } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import type { ListAddress } from '../../../hooks/useListAddress';
import { useTranslation } from '../../../hooks/useTranslation';
import { visuallyHidden } from '../../common';
import { RankingPager } from '../../maturity/RankingPage/RankingPager';
import { IncidentList } from './IncidentList';

const useStyles = makeStyles({
  root: { position: 'relative', overflow: 'hidden' },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, height: 2 },
  refreshing: { opacity: 0.6, transition: 'opacity 200ms 400ms' },
  hidden: visuallyHidden,
});

interface Paged {
  page: number;
  cursor?: string;
  limit: number;
}

/** One page of incidents, with the way to others. */
export function IncidentListFrame<P extends Paged>(props: {
  page: { items: IncidentItem[]; totalItems: number; nextCursor?: string };
  refreshing: boolean;
  address: ListAddress<P>;
  /** Leaves out the services, where the list is of one. */
  ofOneService?: boolean;
  /** Instead of the list, where it is empty. */
  empty: ReactNode;
  /** What can be done with the whole list. */
  whole?: ReactNode;
}) {
  const { page, refreshing, address, ofOneService, empty, whole } = props;
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
        {!refreshing && t('incident.list.results', { count: page.totalItems })}
      </div>
      <div className={refreshing ? classes.refreshing : undefined}>
        {page.items.length === 0 ? (
          empty
        ) : (
          <IncidentList
            incidents={page.items}
            label={t('incident.list.label')}
            ofOneService={ofOneService}
          />
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
            onLimit={limit => change({ limit } as Partial<P>)}
            whole={whole}
          />
        )}
      </div>
    </Paper>
  );
}
