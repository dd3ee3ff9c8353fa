import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { SloAddress } from '../../../hooks/slo/useSlos';
import { useTiers } from '../../../hooks/useTiers';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  isSloFiltered,
  sloFacets,
  sloServiceFilterOf,
  withoutSloFilters,
} from '../../../utils/slo/sloParams';
import { FacetFilter } from '../../maturity/RankingPage/FacetFilter';
import { TextFilter } from '../../maturity/RankingPage/TextFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  clear: { textTransform: 'none' },
}));

/** Everything that narrows the SLOs besides their status. */
export function SlosFilters({ address }: { address: SloAddress }) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const tiers = useTiers();
  const tierNames =
    tiers.kind === 'ready'
      ? Object.fromEntries(tiers.value.items.map(({ id, name }) => [id, name]))
      : {};
  return (
    <section className={classes.root} aria-label={t('slos.filters.label')}>
      <TextFilter
        value={params.q}
        // Typing must not leave an entry in the history for every pause.
        onChange={q => change({ q }, { replace: true })}
        label={t('slos.filters.text')}
        placeholder={t('slos.filters.textPlaceholder')}
      />
      {sloFacets.map(field => (
        <FacetFilter
          key={field}
          field={field}
          filter={sloServiceFilterOf(params)}
          chosen={params[field]}
          names={{ tier: tierNames }}
          onChange={chosen => change({ [field]: chosen })}
        />
      ))}
      {isSloFiltered(params) && (
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={() => change(withoutSloFilters(params))}
        >
          {t('slos.filters.clearAll')}
        </Button>
      )}
    </section>
  );
}
