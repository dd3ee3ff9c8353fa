import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ListSlosResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { SloAddress } from '../../../hooks/slo/useSlos';
import { useTranslation } from '../../../hooks/useTranslation';
import { sloQueryOf, withoutSloFilters } from '../../../utils/slo/sloParams';
import { ExportButton, visuallyHidden } from '../../common';
import { RankingPager } from '../../maturity/RankingPage/RankingPager';
import { NoMatch } from './NoMatch';
import { SloCards } from './SloCards';
import { SloTable } from './SloTable';

const useStyles = makeStyles({
  root: { position: 'relative', overflow: 'hidden' },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, height: 2 },
  refreshing: { opacity: 0.6, transition: 'opacity 200ms 200ms' },
  hidden: visuallyHidden,
});

/** One page of SLOs: a table, or cards where there is no room for one. */
export function SloList(props: {
  page: ListSlosResponse;
  refreshing: boolean;
  address: SloAddress;
}) {
  const { page, refreshing, address } = props;
  const { params, change, next, previous, knowsWayBack } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const List = narrow ? SloCards : SloTable;
  return (
    <Paper variant="outlined" className={classes.root} aria-busy={refreshing}>
      {refreshing && (
        <LinearProgress
          className={classes.progress}
          aria-label={t('common.refreshing')}
        />
      )}
      <div className={classes.hidden} role="status" aria-live="polite">
        {!refreshing && t('slos.results', { count: page.totalItems })}
      </div>
      <div className={refreshing ? classes.refreshing : undefined}>
        {page.items.length === 0 ? (
          <NoMatch onClear={() => change(withoutSloFilters(params))} />
        ) : (
          <List slos={page.items} params={params} onSort={change} />
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
            whole={
              <ExportButton
                route="listSlos"
                input={{ query: sloQueryOf(params) }}
                name="slos"
              />
            }
          />
        )}
      </div>
    </Paper>
  );
}
