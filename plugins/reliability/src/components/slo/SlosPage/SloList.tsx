import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ListSlosResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { SloAddress } from '../../../hooks/slo/useSlos';
import { useTranslation } from '../../../hooks/useTranslation';
import { sloQueryOf, withoutSloFilters } from '../../../utils/slo/sloParams';
import { ExportButton, ListFrame } from '../../common';
import { NoMatch } from './NoMatch';
import { SloCards } from './SloCards';
import { SloTable } from './SloTable';

/** One page of SLOs: a table, or cards where there is no room for one. */
export function SloList(props: {
  page: ListSlosResponse;
  refreshing: boolean;
  address: SloAddress;
}) {
  const { page, refreshing, address } = props;
  const { params, change } = address;
  const { t } = useTranslation();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const List = narrow ? SloCards : SloTable;
  return (
    <ListFrame
      page={page}
      refreshing={refreshing}
      address={address}
      results={t('slos.results', { count: page.totalItems })}
      empty={<NoMatch onClear={() => change(withoutSloFilters(params))} />}
      whole={
        <ExportButton
          route="listSlos"
          input={{ query: sloQueryOf(params) }}
          name="slos"
        />
      }
    >
      <List slos={page.items} params={params} onSort={change} />
    </ListFrame>
  );
}
