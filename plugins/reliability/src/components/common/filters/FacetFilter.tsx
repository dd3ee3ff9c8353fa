import type { ServiceFilter } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import type { ListFilter } from '../../../utils/rankingParams';
import { FacetOptions } from './FacetOptions';
import { FacetValue, ValueNames } from './FacetValue';
import { FilterPopover } from './FilterPopover';

export interface FacetFilterProps {
  field: ListFilter;
  /** What narrows the services now, this filter included. */
  filter: ServiceFilter;
  chosen: readonly string[];
  names: ValueNames;
  onChange: (chosen: string[]) => void;
}

/** One filter that takes several values; the values and their counts come from the server. */
export function FacetFilter(props: FacetFilterProps) {
  const { field, filter, chosen, names, onChange } = props;
  const { t } = useTranslation();
  const summary = () => {
    switch (chosen.length) {
      case 0:
        return undefined;
      case 1:
        return <FacetValue field={field} value={chosen[0]} names={names} />;
      default:
        return t('ranking.filters.chosen', { number: String(chosen.length) });
    }
  };
  return (
    <FilterPopover name={t(`ranking.filters.${field}`)} value={summary()}>
      {() => (
        <FacetOptions
          field={field}
          filter={filter}
          chosen={chosen}
          names={names}
          onChange={onChange}
        />
      )}
    </FilterPopover>
  );
}
