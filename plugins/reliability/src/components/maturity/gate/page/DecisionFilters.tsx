import { makeStyles } from '@material-ui/core/styles';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  gateVerdicts,
  isGateFiltered,
  withoutGateFilters,
  type GateParams,
  type GateVerdictName,
} from '../../../../utils/gateParams';
import { SmallButton } from '../../../common';
import { DayField } from '../../../incidents/IncidentsPage/DayField';
import { FacetFilter, FilterBar } from '../../../common/filters';

const useStyles = makeStyles(theme => ({
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    border: 0,
  },
}));

/** What narrows the recorded decisions. */
export function DecisionFilters(props: { address: ListAddress<GateParams> }) {
  const { params, change } = props.address;
  const classes = useStyles();
  const { t } = useTranslation();
  const toggle = (name: GateVerdictName) =>
    change({
      decision: params.decision.includes(name)
        ? params.decision.filter(other => other !== name)
        : [...params.decision, name],
    });
  const { service, owner, overridden } = params;
  return (
    <FilterBar
      label={t('gate.page.filters')}
      clear={t('gate.page.clear')}
      isFiltered={isGateFiltered(params)}
      onClear={() => change(withoutGateFilters(params))}
    >
      <div
        role="group"
        className={classes.group}
        aria-label={t('gate.page.verdicts')}
      >
        {gateVerdicts.map(name => (
          <SmallButton
            key={name}
            aria-pressed={params.decision.includes(name)}
            onClick={() => toggle(name)}
          >
            {t(`gate.verdict.${name}`)}
          </SmallButton>
        ))}
      </div>
      <SmallButton
        aria-pressed={overridden}
        onClick={() => change({ overridden: !overridden })}
      >
        {t('gate.page.overridden')}
      </SmallButton>
      <FacetFilter
        field="owner"
        filter={owner.length > 0 ? { owner: [...owner] } : {}}
        chosen={owner}
        names={{}}
        onChange={chosen => change({ owner: chosen })}
      />
      <DayField
        label={t('gate.page.from')}
        day={params.from}
        onChange={from => change({ from })}
      />
      <DayField
        label={t('gate.page.to')}
        day={params.to}
        onChange={to => change({ to })}
      />
      {service && (
        <SmallButton
          aria-pressed
          aria-label={t('gate.page.allServices')}
          onClick={() => change({ service: undefined })}
        >
          {t('gate.page.onlyService', { service })} ×
        </SmallButton>
      )}
    </FilterBar>
  );
}
