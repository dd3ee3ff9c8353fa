import { makeStyles } from '@material-ui/core/styles';
import type { ListAddress } from '../../../hooks/useListAddress';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  changeFacets,
  changeFilterOf,
  daysOf,
  presets,
  type ChangeParams,
} from '../../../utils/changeParams';
import { SmallButton } from '../../common';
import { DayField } from '../../incidents/IncidentsPage/DayField';
import { FacetFilters } from '../../common/filters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5, 1),
  },
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5, 1),
    marginRight: theme.spacing(1),
  },
}));

/** The two days, and whose services. */
export function ChangeFilters(props: {
  address: ListAddress<ChangeParams>;
  now: number;
}) {
  const { address, now } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const days = daysOf(params, now);
  const isRange = params.from === undefined && params.to === undefined;
  const isFiltered = changeFacets.some(field => params[field].length > 0);
  return (
    <div className={classes.root}>
      <div
        className={classes.group}
        role="group"
        aria-label={t('changes.range.label')}
      >
        {presets.map(preset => (
          <SmallButton
            key={preset}
            aria-pressed={isRange && params.days === preset}
            onClick={() =>
              change({ days: preset, from: undefined, to: undefined })
            }
          >
            {t('changes.range.preset', { days: String(preset) })}
          </SmallButton>
        ))}
        <DayField
          label={t('changes.range.from')}
          day={days.from}
          onChange={from => change({ from, to: params.to })}
        />
        <DayField
          label={t('changes.range.to')}
          day={days.to}
          onChange={to => change({ from: days.from, to })}
        />
      </div>
      <div
        className={classes.group}
        role="group"
        aria-label={t('changes.filters.label')}
      >
        <FacetFilters
          fields={changeFacets}
          filter={changeFilterOf(params)}
          chosen={params}
          onChange={change}
        />
        {isFiltered && (
          <SmallButton
            quiet
            onClick={() =>
              change({ owner: [], system: [], domain: [], tier: [] })
            }
          >
            {t('changes.filters.clear')}
          </SmallButton>
        )}
      </div>
    </div>
  );
}
