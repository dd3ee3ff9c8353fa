import { useRanking } from '../../../hooks/useRanking';
import { useRankingParams } from '../../../hooks/useRankingParams';
import { useScorecards } from '../../../hooks/useScorecards';
import { useSummary } from '../../../hooks/useSummary';
import { filterOf, isFiltered } from '../../../utils/rankingParams';
import { Async } from '../../async';
import { Ranking } from './Ranking';
import { RankingEmpty } from './RankingEmpty';

/** The ranking of all services; its filters, order and page live in the address. */
export function RankingPage() {
  const address = useRankingParams();
  const scorecards = useScorecards();
  const ranking = useRanking(address.params);
  const summary = useSummary(filterOf(address.params));
  const nothingAtAll =
    ranking.kind === 'ready' &&
    ranking.value.rankedTotal === 0 &&
    !isFiltered(address.params) &&
    // Another scorecard may have services; the way to it must stay.
    !address.params.scorecard;
  if (nothingAtAll) return <RankingEmpty reload={ranking.reload} />;
  return (
    <Async state={scorecards}>
      {({ items }) => (
        <Ranking
          scorecards={items}
          address={address}
          ranking={ranking}
          summary={summary}
        />
      )}
    </Async>
  );
}
