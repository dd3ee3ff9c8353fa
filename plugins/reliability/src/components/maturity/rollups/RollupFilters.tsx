import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { RollupAddress } from '../../../hooks/rollups/useRollupParams';
import { useTiers } from '../../../hooks/useTiers';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  rollupFilterOf,
  rollupFilters,
} from '../../../utils/rollups/rollupParams';
import { FacetFilter } from '../RankingPage/FacetFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  clear: { textTransform: 'none' },
}));

/** What narrows the services that are added up. */
export function RollupFilters({ address }: { address: RollupAddress }) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const tiers = useTiers();
  const tierNames =
    tiers.kind === 'ready'
      ? Object.fromEntries(tiers.value.items.map(({ id, name }) => [id, name]))
      : {};
  return (
    <section className={classes.root} aria-label={t('ranking.filters.label')}>
      {rollupFilters.map(field => (
        <FacetFilter
          key={field}
          field={field}
          filter={rollupFilterOf(params)}
          chosen={params[field]}
          names={{ tier: tierNames }}
          onChange={chosen => change({ [field]: chosen })}
        />
      ))}
      {rollupFilters.some(field => params[field].length > 0) && (
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={() => change({ tier: [], system: [], domain: [] })}
        >
          {t('ranking.filters.clearAll')}
        </Button>
      )}
    </section>
  );
}
