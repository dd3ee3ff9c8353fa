import { makeStyles } from '@material-ui/core/styles';
import { useTiers } from '../../../hooks/useTiers';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { FacetFilter } from '../RankingPage/FacetFilter';
import {
  promiseFields,
  promiseFilterOf,
  type PromiseAddress,
} from './promiseAddress';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Whose services are listed: by owner and tier. */
export function PromiseFilters({ address }: { address: PromiseAddress }) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const tiers = useTiers();
  const names =
    tiers.kind === 'ready'
      ? Object.fromEntries(tiers.value.items.map(({ id, name }) => [id, name]))
      : {};
  return (
    <section className={classes.root} aria-label={t('promises.filters')}>
      {promiseFields.map(field => (
        <FacetFilter
          key={field}
          field={field}
          filter={promiseFilterOf(params)}
          chosen={params[field]}
          names={{ tier: names }}
          onChange={chosen => change({ [field]: chosen })}
        />
      ))}
      {promiseFields.some(field => params[field].length > 0) && (
        <SmallButton quiet onClick={() => change({ owner: [], tier: [] })}>
          {t('promises.clear')}
        </SmallButton>
      )}
    </section>
  );
}
