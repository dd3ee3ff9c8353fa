import { useRef } from 'react';
import type { OncallAddress } from '../../../hooks/oncall/useOncall';
import { useSearchKey } from '../../../hooks/oncall/useSearchKey';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  isOncallFiltered,
  oncallFacets,
  oncallServiceFilterOf,
  withoutOncallFilters,
} from '../../../utils/oncall/params';
import { FacetFilters, FilterBar, TextFilter } from '../../common/filters';
import { AtPicker } from './AtPicker';
import { ProviderFilter } from './ProviderFilter';

/** The search box, which has the focus from the start, and what else narrows the list. */
export function OncallFilters(props: {
  address: OncallAddress;
  onType: () => void;
  onEnter: (text: string) => void;
}) {
  const { address, onType, onEnter } = props;
  const { params, change } = address;
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  useSearchKey(search);
  const ofServices = params.show === 'services';
  return (
    <FilterBar
      label={t('oncalls.filters.label')}
      clear={t('oncalls.filters.clearAll')}
      isFiltered={isOncallFiltered(params)}
      onClear={() => change(withoutOncallFilters(params))}
      onInput={onType}
    >
      <TextFilter
        value={params.q}
        onChange={change}
        label={t('oncalls.search')}
        placeholder={t('oncalls.searchPlaceholder')}
        inputRef={search}
        onEnter={onEnter}
      />
      <FacetFilters
        fields={ofServices ? oncallFacets : ['owner']}
        filter={oncallServiceFilterOf(params)}
        chosen={params}
        onChange={change}
      />
      <ProviderFilter
        chosen={params.provider}
        onChange={provider => change({ provider })}
      />
      {ofServices && (
        <AtPicker at={params.at} onChange={at => change({ at })} />
      )}
    </FilterBar>
  );
}
