import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistDefinition,
  ItemState,
  ServiceFilter,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  itemStates,
  progressFilterOf,
  readinessFilters,
  type ReadinessParams,
} from '../../../utils/readiness/readinessParams';
import { FacetFilters, FilterBar, TextFilter } from '../../common/filters';

const useStyles = makeStyles(theme => ({
  select: {
    maxWidth: 260,
    minWidth: 140,
    '& select': { paddingTop: 9, paddingBottom: 9 },
    [theme.breakpoints.down('xs')]: { width: '100%', maxWidth: 'none' },
  },
  input: { backgroundColor: theme.palette.background.paper },
}));

export interface OrganisationFiltersProps {
  params: ReadinessParams;
  items: ChecklistDefinition['items'];
  onChange: (
    patch: Partial<ReadinessParams>,
    options?: { replace?: boolean },
  ) => void;
  onClear: () => void;
}

/** Everything that narrows the services. */
export function OrganisationFilters(props: OrganisationFiltersProps) {
  const { params, items, onChange, onClear } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { q, tier, owner, system } = progressFilterOf(params);
  const filter: ServiceFilter = { q, tier, owner, system };
  const select = (label: string) =>
    ({
      select: true,
      size: 'small',
      variant: 'outlined',
      className: classes.select,
      SelectProps: { native: true },
      InputProps: { className: classes.input },
      inputProps: { 'aria-label': label },
    } as const);
  return (
    <FilterBar
      label={t('organisation.filters.label')}
      clear={t('organisation.filters.clearAll')}
      isFiltered={Object.keys(progressFilterOf(params)).length > 0}
      onClear={onClear}
    >
      <TextFilter value={params.q} onChange={onChange} />
      <FacetFilters
        fields={readinessFilters}
        filter={filter}
        chosen={params}
        onChange={onChange}
      />
      <TextField
        {...select(t('organisation.filters.item'))}
        value={params.item ?? ''}
        onChange={event => onChange({ item: event.target.value || undefined })}
      >
        <option value="">{t('organisation.filters.anyItem')}</option>
        {items.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </TextField>
      {params.item && (
        <TextField
          {...select(t('organisation.filters.state'))}
          value={params.state}
          onChange={event =>
            onChange({ state: event.target.value as ItemState })
          }
        >
          {itemStates.map(state => (
            <option key={state} value={state}>
              {t(`readiness.state.${state}`)}
            </option>
          ))}
        </TextField>
      )}
    </FilterBar>
  );
}
