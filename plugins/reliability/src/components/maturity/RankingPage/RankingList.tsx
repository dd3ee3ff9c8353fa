import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ListServicesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import type { RankingAddress } from '../../../hooks/useRankingParams';
import { useTranslation } from '../../../hooks/useTranslation';
import { queryOf } from '../../../utils/rankingParams';
import { ExportButton, ListFrame } from '../../common';
import { RankingCards } from './RankingCards';
import { RankingTable } from './RankingTable';

/** One page of the ranking: a table, or cards where there is no room for one. */
export function RankingList(props: {
  page: ListServicesResponse;
  refreshing: boolean;
  address: RankingAddress;
  /** Of the scorecard: how many levels it has, and its dimensions. */
  levels: number;
  dimensions: readonly string[];
  /** Instead of the list, where it is empty. */
  empty: ReactNode;
}) {
  const { page, refreshing, address, levels, dimensions, empty } = props;
  const { params, change } = address;
  const { t } = useTranslation();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const List = narrow ? RankingCards : RankingTable;
  return (
    <ListFrame
      page={page}
      refreshing={refreshing}
      address={address}
      results={t('ranking.results', { count: page.totalItems })}
      empty={empty}
      whole={
        <ExportButton
          route="listServices"
          input={{ query: queryOf(params) }}
          name="services"
        />
      }
    >
      <List
        services={page.items}
        levels={levels}
        dimensions={dimensions}
        params={params}
        onSort={change}
      />
    </ListFrame>
  );
}
