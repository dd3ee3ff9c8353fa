import type { IncidentAddress } from '../../../hooks/incidents/useIncidents';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  incidentFacets,
  incidentServiceFilterOf,
  isIncidentFiltered,
  postmortemChoices,
  severityChoices,
  statusChoices,
  withoutIncidentFilters,
} from '../../../utils/incidents/incidentParams';
import { SmallButton } from '../../common';
import { FacetFilters, FilterBar, TextFilter } from '../../common/filters';
import { ChoiceFilter, useFilterWords } from '../common';
import { DayField } from './DayField';

/** What narrows the incidents of the company. */
export function IncidentFilters({ address }: { address: IncidentAddress }) {
  const { params, change } = address;
  const { t } = useTranslation();
  const { severityOf, statusOf } = useFilterWords();
  return (
    <FilterBar
      label={t('incident.filters.label')}
      clear={t('incident.filters.clearAll')}
      isFiltered={isIncidentFiltered(params)}
      onClear={() => change(withoutIncidentFilters(params))}
    >
      <TextFilter
        value={params.q}
        onChange={change}
        label={t('incidents.search')}
        placeholder={t('incidents.searchPlaceholder')}
      />
      <ChoiceFilter
        name={t('incident.filters.severity')}
        values={severityChoices}
        words={severityOf}
        chosen={params.severity}
        onChange={severity => change({ severity })}
      />
      <ChoiceFilter
        name={t('incident.filters.status')}
        values={statusChoices}
        words={statusOf}
        chosen={params.status}
        onChange={status => change({ status })}
      />
      <ChoiceFilter
        name={t('incident.filters.postmortem')}
        values={postmortemChoices}
        words={state => t(`incident.postmortem.${state}`)}
        chosen={params.postmortem}
        onChange={postmortem => change({ postmortem })}
      />
      <FacetFilters
        fields={incidentFacets}
        filter={incidentServiceFilterOf(params)}
        chosen={params}
        onChange={change}
      />
      <DayField
        label={t('incidents.from')}
        day={params.from}
        onChange={from => change({ from })}
      />
      <DayField
        label={t('incidents.to')}
        day={params.to}
        onChange={to => change({ to })}
      />
      <SmallButton
        aria-pressed={params.customers}
        onClick={() => change({ customers: !params.customers })}
      >
        {t('incidents.customers')}
      </SmallButton>
      <SmallButton
        aria-pressed={params.tests}
        onClick={() => change({ tests: !params.tests })}
      >
        {t('incidents.tests')}
      </SmallButton>
    </FilterBar>
  );
}
