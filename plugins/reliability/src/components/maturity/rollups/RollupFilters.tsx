import type { RollupAddress } from '../../../hooks/rollups/useRollupParams';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  rollupFilterOf,
  rollupFilters,
} from '../../../utils/rollups/rollupParams';
import { FacetFilters, FilterBar } from '../../common/filters';

/** What narrows the services that are added up. */
export function RollupFilters({ address }: { address: RollupAddress }) {
  const { params, change } = address;
  const { t } = useTranslation();
  return (
    <FilterBar
      label={t('ranking.filters.label')}
      clear={t('ranking.filters.clearAll')}
      isFiltered={rollupFilters.some(field => params[field].length > 0)}
      onClear={() => change({ tier: [], system: [], domain: [] })}
    >
      <FacetFilters
        fields={rollupFilters}
        filter={rollupFilterOf(params)}
        chosen={params}
        onChange={change}
      />
    </FilterBar>
  );
}
