import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import {
  useHeatmapParams,
  type HeatmapAddress,
} from '../../../hooks/rollups/useHeatmapParams';
import { useRoute } from '../../../hooks/useRoute';
import { useScorecards } from '../../../hooks/useScorecards';
import { useTierNames } from '../../../hooks/useTierNames';
import { withoutFilters } from '../../../utils/rankingParams';
import { heatmapQueryOf } from '../../../utils/rollups/heatmapParams';
import { Async } from '../../async';
import { RankingFilters } from '../RankingPage/RankingFilters';
import { ScorecardSelect } from '../RankingPage/ScorecardSelect';
import { Heatmap } from './heatmap/Heatmap';
import { HeatmapControls } from './heatmap/HeatmapControls';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
}));

function HeatmapOf(props: {
  scorecards: ScorecardsResponse['items'];
  address: HeatmapAddress;
}) {
  const { scorecards, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const tier = useTierNames();
  const page = useRoute(
    'getHeatmap',
    { query: heatmapQueryOf(params) },
    params.columns,
  );
  const scorecard =
    scorecards.find(({ id }) => id === params.scorecard) ?? scorecards[0];
  const level = Object.fromEntries(
    (scorecard?.levels ?? []).map(({ id, name }) => [id, name]),
  );
  return (
    <div className={classes.root}>
      <ScorecardSelect
        scorecards={scorecards}
        chosen={scorecard?.id}
        // Levels and checks belong to one scorecard.
        onChange={id => change({ scorecard: id, level: [], check: undefined })}
      />
      <RankingFilters
        params={params}
        scorecard={scorecard}
        names={{ level, tier }}
        onChange={change}
        onClear={() => change(withoutFilters(params))}
      />
      <HeatmapControls address={address} />
      <Async state={page}>
        {(value, refreshing) => (
          <Heatmap page={value} refreshing={refreshing} address={address} />
        )}
      </Async>
    </div>
  );
}

/** Services by dimensions or checks; columns, filters, order and page live in the address. */
export function HeatmapPage() {
  const address = useHeatmapParams();
  return (
    <Async state={useScorecards()}>
      {({ items }) => <HeatmapOf scorecards={items} address={address} />}
    </Async>
  );
}
