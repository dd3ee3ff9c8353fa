import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistOverviewResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReadinessParams } from '../../../utils/readiness/readinessParams';
import { FailingItems } from './FailingItems';
import { HeatTable } from './HeatTable';
import { LateTeams } from './LateTeams';
import { OverviewSummary } from './OverviewSummary';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
  },
  refreshing: { opacity: 0.6 },
}));

export interface OverviewPartProps {
  overview: ChecklistOverviewResponse;
  onChange: (patch: Partial<ReadinessParams>) => void;
}

/** What is said about all services that match; nothing where none does, the list says that. */
export function OverviewParts(
  props: OverviewPartProps & { refreshing: boolean },
) {
  const { overview, refreshing } = props;
  const classes = useStyles();
  if (overview.services === 0) return null;
  return (
    <div
      className={
        refreshing ? `${classes.root} ${classes.refreshing}` : classes.root
      }
      aria-busy={refreshing}
    >
      <OverviewSummary overview={overview} />
      <div className={classes.pair}>
        <FailingItems {...props} />
        <LateTeams {...props} />
      </div>
      <HeatTable {...props} />
    </div>
  );
}
