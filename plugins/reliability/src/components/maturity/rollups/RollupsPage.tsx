import { makeStyles } from '@material-ui/core/styles';
import { useRollupParams } from '../../../hooks/rollups/useRollupParams';
import { useScorecards } from '../../../hooks/useScorecards';
import { Async } from '../../async';
import { ScorecardSelect } from '../RankingPage/ScorecardSelect';
import { ComparisonSection } from './comparison/ComparisonSection';
import { GroupsSection } from './groups/GroupsSection';
import { MoversSection } from './movers/MoversSection';
import { RollupFilters } from './RollupFilters';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
}));

/** How teams, systems, domains and tiers stand; each part loads and fails by itself. */
export function RollupsPage() {
  const classes = useStyles();
  const address = useRollupParams();
  const { params, change } = address;
  return (
    <div className={classes.root}>
      <Async state={useScorecards()} loading={<></>} dense>
        {({ items }) => (
          <ScorecardSelect
            scorecards={items}
            chosen={params.scorecard ?? items[0]?.id}
            onChange={scorecard => change({ scorecard })}
          />
        )}
      </Async>
      <RollupFilters address={address} />
      <GroupsSection address={address} />
      <ComparisonSection address={address} />
      <MoversSection address={address} />
    </div>
  );
}
