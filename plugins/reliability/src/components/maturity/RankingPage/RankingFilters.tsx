import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  filterOf,
  listFilters,
  RankingParams,
} from '../../../utils/rankingParams';
import { ActiveFilters } from './ActiveFilters';
import { CheckFilter } from './CheckFilter';
import { FacetFilter, TextFilter, type ValueNames } from '../../common/filters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

export interface RankingFiltersProps {
  params: RankingParams;
  scorecard?: ScorecardsResponse['items'][number];
  names: ValueNames;
  onChange: (
    patch: Partial<RankingParams>,
    options?: { replace?: boolean },
  ) => void;
  onClear: () => void;
}

/** Everything that narrows the ranking, and what narrows it now. */
export function RankingFilters(props: RankingFiltersProps) {
  const { params, scorecard, names, onChange, onClear } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const filter = filterOf(params);
  const checks = scorecard?.checks ?? [];
  return (
    <section aria-label={t('ranking.filters.label')}>
      <div className={classes.root}>
        <TextFilter value={params.q} onChange={onChange} />
        {listFilters.map(field => (
          <FacetFilter
            key={field}
            field={field}
            filter={filter}
            chosen={params[field]}
            names={names}
            onChange={chosen => onChange({ [field]: chosen })}
          />
        ))}
        <CheckFilter
          checks={checks}
          check={params.check}
          outcome={params.outcome}
          onChange={onChange}
        />
      </div>
      <ActiveFilters
        params={params}
        names={names}
        checks={checks}
        onChange={onChange}
        onClear={onClear}
      />
    </section>
  );
}
