import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useRef } from 'react';
import type { OncallAddress } from '../../../hooks/oncall/useOncall';
import { useSearchKey } from '../../../hooks/oncall/useSearchKey';
import { useTiers } from '../../../hooks/useTiers';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  isOncallFiltered,
  oncallFacets,
  oncallServiceFilterOf,
  withoutOncallFilters,
} from '../../../utils/oncall/params';
import { FacetFilter } from '../../maturity/RankingPage/FacetFilter';
import { TextFilter } from '../../maturity/RankingPage/TextFilter';
import { AtPicker } from './AtPicker';
import { ProviderFilter } from './ProviderFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  clear: { textTransform: 'none' },
}));

/** The search box, which has the focus from the start, and what else narrows the list. */
export function OncallFilters(props: {
  address: OncallAddress;
  onType: () => void;
  onEnter: (text: string) => void;
}) {
  const { address, onType, onEnter } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const tiers = useTiers();
  const search = useRef<HTMLInputElement>(null);
  useSearchKey(search);
  const ofServices = params.show === 'services';
  const tierNames =
    tiers.kind === 'ready'
      ? Object.fromEntries(tiers.value.items.map(({ id, name }) => [id, name]))
      : {};
  return (
    <section
      className={classes.root}
      aria-label={t('oncalls.filters.label')}
      onInput={onType}
    >
      <TextFilter
        value={params.q}
        // Typing must not leave an entry in the history for every pause.
        onChange={q => change({ q }, { replace: true })}
        label={t('oncalls.search')}
        placeholder={t('oncalls.searchPlaceholder')}
        inputRef={search}
        onEnter={onEnter}
      />
      {oncallFacets
        .filter(field => ofServices || field === 'owner')
        .map(field => (
          <FacetFilter
            key={field}
            field={field}
            filter={oncallServiceFilterOf(params)}
            chosen={params[field]}
            names={{ tier: tierNames }}
            onChange={chosen => change({ [field]: chosen })}
          />
        ))}
      <ProviderFilter
        chosen={params.provider}
        onChange={provider => change({ provider })}
      />
      {ofServices && (
        <AtPicker at={params.at} onChange={at => change({ at })} />
      )}
      {isOncallFiltered(params) && (
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={() => change(withoutOncallFilters(params))}
        >
          {t('oncalls.filters.clearAll')}
        </Button>
      )}
    </section>
  );
}
