import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ClearIcon from '@material-ui/icons/Clear';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { listFilters, RankingParams } from '../../../utils/rankingParams';
import { FacetValue, type ValueNames } from '../../common/filters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    margin: theme.spacing(1.5, 0, 0),
    padding: 0,
    listStyle: 'none',
  },
  item: { maxWidth: '100%' },
  chip: {
    maxWidth: '100%',
    minHeight: 28,
    padding: '0 8px 0 10px',
    borderRadius: 14,
    textTransform: 'none',
    fontSize: '0.8125rem',
    fontWeight: 400,
    backgroundColor: theme.palette.action.selected,
    '& svg': { fontSize: 14, color: theme.palette.text.secondary },
  },
  label: { gap: 4, overflowWrap: 'anywhere' },
  clear: { textTransform: 'none' },
}));

export interface ActiveFiltersProps {
  params: RankingParams;
  names: ValueNames;
  /** Titles of checks. */
  checks: readonly { id: string; title: string }[];
  onChange: (patch: Partial<RankingParams>) => void;
  onClear: () => void;
}

interface ActiveFilter {
  key: string;
  /** For the screen reader, where the label is drawn by a component that loads. */
  words: string;
  label: ReactNode;
  removed: Partial<RankingParams>;
}

function useActiveFilters(props: ActiveFiltersProps): ActiveFilter[] {
  const { params, names, checks } = props;
  const { t } = useTranslation();
  const plain = (
    key: string,
    words: string,
    removed: Partial<RankingParams>,
  ) => ({ key, words, label: words, removed });
  const active: ActiveFilter[] = [];
  const text = params.q.trim();
  if (text)
    active.push(plain('q', t('ranking.filters.q', { text }), { q: '' }));
  for (const field of listFilters) {
    const name = t(`ranking.filters.${field}`);
    for (const value of params[field]) {
      active.push({
        key: `${field} ${value}`,
        words: `${name}: ${names[field]?.[value] ?? value}`,
        label: (
          <span>
            {name}: <FacetValue field={field} value={value} names={names} />
          </span>
        ),
        removed: { [field]: params[field].filter(other => other !== value) },
      });
    }
  }
  if (params.check) {
    const check =
      checks.find(({ id }) => id === params.check)?.title ?? params.check;
    const outcome = t(`common.outcome.${params.outcome}`);
    active.push(
      plain('check', t('ranking.filters.checkIs', { check, outcome }), {
        check: undefined,
      }),
    );
  }
  if (params.attention) {
    active.push(
      plain('attention', t('ranking.filters.attention'), { attention: false }),
    );
  }
  return active;
}

/** What narrows the list now; each a button that takes it away. */
export function ActiveFilters(props: ActiveFiltersProps) {
  const { onChange, onClear } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const active = useActiveFilters(props);
  if (active.length === 0) return null;
  return (
    <ul className={classes.root} aria-label={t('ranking.filters.active')}>
      {active.map(({ key, words, label, removed }) => (
        <li key={key} className={classes.item}>
          <Button
            className={classes.chip}
            classes={{ label: classes.label }}
            onClick={() => onChange(removed)}
            aria-label={t('ranking.filters.remove', { name: words })}
          >
            {label}
            <ClearIcon aria-hidden="true" />
          </Button>
        </li>
      ))}
      <li>
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={onClear}
        >
          {t('ranking.filters.clearAll')}
        </Button>
      </li>
    </ul>
  );
}
