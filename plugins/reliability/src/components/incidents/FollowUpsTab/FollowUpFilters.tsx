import type { FollowUpAddress } from '../../../hooks/incidents/useFollowUps';
import { useMe } from '../../../hooks/incidents/useMe';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  isFollowUpFiltered,
  withoutFollowUpFilters,
} from '../../../utils/incidents/followUpParams';
import { SmallButton } from '../../common';
import { FacetFilter, FilterBar, TextFilter } from '../../common/filters';

/** What narrows the follow-ups. */
export function FollowUpFilters({ address }: { address: FollowUpAddress }) {
  const { params, change } = address;
  const { t } = useTranslation();
  const me = useMe();
  const mine = me !== undefined && params.assignee.includes(me);
  return (
    <FilterBar
      label={t('followUps.tab.filters')}
      clear={t('followUps.tab.clear')}
      isFiltered={isFollowUpFiltered(params)}
      onClear={() => change(withoutFollowUpFilters(params))}
    >
      <TextFilter
        value={params.q}
        onChange={change}
        label={t('followUps.tab.search')}
        placeholder={t('followUps.tab.searchPlaceholder')}
      />
      <FacetFilter
        field="owner"
        filter={params.owner.length > 0 ? { owner: [...params.owner] } : {}}
        chosen={params.owner}
        names={{}}
        onChange={owner => change({ owner })}
      />
      {me && (
        <SmallButton
          aria-pressed={mine}
          onClick={() => change({ assignee: mine ? [] : [me] })}
        >
          {t('followUps.tab.mine')}
        </SmallButton>
      )}
    </FilterBar>
  );
}
