import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentAddress } from '../../../hooks/incidents/useIncidents';
import { useTiers } from '../../../hooks/useTiers';
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
import { FacetFilter } from '../../maturity/RankingPage/FacetFilter';
import { TextFilter } from '../../maturity/RankingPage/TextFilter';
import { ChoiceFilter, useFilterWords } from '../common';
import { DayField } from './DayField';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  clear: { textTransform: 'none' },
}));

/** What narrows the incidents of the company. */
export function IncidentFilters({ address }: { address: IncidentAddress }) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const tiers = useTiers();
  const { severityOf, statusOf } = useFilterWords();
  const tierNames =
    tiers.kind === 'ready'
      ? Object.fromEntries(tiers.value.items.map(({ id, name }) => [id, name]))
      : {};
  return (
    <section className={classes.root} aria-label={t('incident.filters.label')}>
      <TextFilter
        value={params.q}
        // Typing must not leave an entry in the history for every pause.
        onChange={q => change({ q }, { replace: true })}
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
      {incidentFacets.map(field => (
        <FacetFilter
          key={field}
          field={field}
          filter={incidentServiceFilterOf(params)}
          chosen={params[field]}
          names={{ tier: tierNames }}
          onChange={chosen => change({ [field]: chosen })}
        />
      ))}
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
      {isIncidentFiltered(params) && (
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={() => change(withoutIncidentFilters(params))}
        >
          {t('incident.filters.clearAll')}
        </Button>
      )}
    </section>
  );
}
