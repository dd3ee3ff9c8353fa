import { makeStyles } from '@material-ui/core/styles';
import type {
  ListServicesResponse,
  ScorecardsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { LoadState } from '../../../hooks/useLoad';
import type { RankingAddress } from '../../../hooks/useRankingParams';
import type { Summaries } from '../../../hooks/useSummary';
import { isFiltered, withoutFilters } from '../../../utils/rankingParams';
import { Async } from '../../async';
import type { ValueNames } from '../../common/filters';
import { RankingEmpty } from './RankingEmpty';
import { RankingFilters } from './RankingFilters';
import { RankingList } from './RankingList';
import { RankingNoMatch } from './RankingNoMatch';
import { ScorecardSelect } from './ScorecardSelect';
import { SummaryStrip } from './SummaryStrip';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
}));

type Scorecards = ScorecardsResponse['items'];

export interface RankingProps {
  scorecards: Scorecards;
  address: RankingAddress;
  ranking: LoadState<ListServicesResponse>;
  summary: LoadState<Summaries>;
}

/** Summary, filters and list; each loads and fails by itself. */
export function Ranking(props: RankingProps) {
  const { scorecards, address, ranking, summary } = props;
  const { params, change } = address;
  const classes = useStyles();
  const scorecard =
    scorecards.find(({ id }) => id === params.scorecard) ?? scorecards[0];
  const clear = () => change(withoutFilters(params));
  return (
    <div className={classes.root}>
      <ScorecardSelect
        scorecards={scorecards}
        chosen={scorecard?.id}
        // Levels and checks belong to one scorecard.
        onChange={id => change({ scorecard: id, level: [], check: undefined })}
      />
      <Async state={summary} dense>
        {summaries => (
          <SummaryStrip
            summaries={summaries}
            params={params}
            onChange={change}
          />
        )}
      </Async>
      <RankingFilters
        params={params}
        scorecard={scorecard}
        names={namesOf(scorecard, summary)}
        onChange={change}
        onClear={clear}
      />
      <Async state={ranking}>
        {(page, refreshing) => (
          <RankingList
            page={page}
            refreshing={refreshing}
            address={address}
            levels={scorecard?.levels.length ?? 1}
            dimensions={scorecard?.dimensions ?? []}
            empty={
              isFiltered(params) || ranking.kind !== 'ready' ? (
                <RankingNoMatch onClear={clear} />
              ) : (
                <RankingEmpty reload={ranking.reload} />
              )
            }
          />
        )}
      </Async>
    </div>
  );
}

function namesOf(
  scorecard: Scorecards[number] | undefined,
  summary: LoadState<Summaries>,
): ValueNames {
  const names = (items: readonly { id: string; name: string }[]) =>
    Object.fromEntries(items.map(({ id, name }) => [id, name]));
  return {
    level: names(scorecard?.levels ?? []),
    tier: names(summary.kind === 'ready' ? summary.value.choices.tiers : []),
  };
}
