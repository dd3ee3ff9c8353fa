import TextField from '@material-ui/core/TextField';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistDefinition,
  ItemState,
  ServiceFilter,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTiers } from '../../../hooks/useTiers';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  itemStates,
  progressFilterOf,
  readinessFilters,
  type ReadinessParams,
} from '../../../utils/readiness/readinessParams';
import { FacetFilter } from '../../maturity/RankingPage/FacetFilter';
import { TextFilter } from '../../maturity/RankingPage/TextFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  select: {
    maxWidth: 260,
    minWidth: 140,
    '& select': { paddingTop: 9, paddingBottom: 9 },
    [theme.breakpoints.down('xs')]: { width: '100%', maxWidth: 'none' },
  },
  input: { backgroundColor: theme.palette.background.paper },
  clear: { textTransform: 'none' },
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
  const tiers = useTiers();
  const tierNames =
    tiers.kind === 'ready'
      ? Object.fromEntries(tiers.value.items.map(({ id, name }) => [id, name]))
      : {};
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
    <section
      className={classes.root}
      aria-label={t('organisation.filters.label')}
    >
      <TextFilter
        value={params.q}
        // Typing must not leave an entry in the history for every pause.
        onChange={text => onChange({ q: text }, { replace: true })}
      />
      {readinessFilters.map(field => (
        <FacetFilter
          key={field}
          field={field}
          filter={filter}
          chosen={params[field]}
          names={{ tier: tierNames }}
          onChange={chosen => onChange({ [field]: chosen })}
        />
      ))}
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
      {Object.keys(progressFilterOf(params)).length > 0 && (
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={onClear}
        >
          {t('organisation.filters.clearAll')}
        </Button>
      )}
    </section>
  );
}
