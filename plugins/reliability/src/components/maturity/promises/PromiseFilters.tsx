import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { FacetFilters } from '../../common/filters';
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
  return (
    <section className={classes.root} aria-label={t('promises.filters')}>
      <FacetFilters
        fields={promiseFields}
        filter={promiseFilterOf(params)}
        chosen={params}
        onChange={change}
      />
      {promiseFields.some(field => params[field].length > 0) && (
        <SmallButton quiet onClick={() => change({ owner: [], tier: [] })}>
          {t('promises.clear')}
        </SmallButton>
      )}
    </section>
  );
}
