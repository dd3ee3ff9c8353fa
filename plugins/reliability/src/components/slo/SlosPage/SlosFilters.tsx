import type { SloAddress } from '../../../hooks/slo/useSlos';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  isSloFiltered,
  sloFacets,
  sloServiceFilterOf,
  withoutSloFilters,
} from '../../../utils/slo/sloParams';
import { FacetFilters, FilterBar, TextFilter } from '../../common/filters';

/** Everything that narrows the SLOs besides their status. */
export function SlosFilters({ address }: { address: SloAddress }) {
  const { params, change } = address;
  const { t } = useTranslation();
  return (
    <FilterBar
      label={t('slos.filters.label')}
      clear={t('slos.filters.clearAll')}
      isFiltered={isSloFiltered(params)}
      onClear={() => change(withoutSloFilters(params))}
    >
      <TextFilter
        value={params.q}
        onChange={change}
        label={t('slos.filters.text')}
        placeholder={t('slos.filters.textPlaceholder')}
      />
      <FacetFilters
        fields={sloFacets}
        filter={sloServiceFilterOf(params)}
        chosen={params}
        onChange={change}
      />
    </FilterBar>
  );
}
