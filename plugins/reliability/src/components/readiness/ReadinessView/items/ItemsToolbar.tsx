import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemFilter } from '../../../../hooks/readiness/useShownItems';
import { useTranslation } from '../../../../hooks/useTranslation';
import type { Grouping } from '../../../../utils/readiness/items';
import { SmallButton } from '../../parts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1),
    fontSize: '0.8125rem',
  },
  group: { display: 'inline-flex', alignItems: 'center', gap: 4 },
  field: {
    width: 240,
    [theme.breakpoints.down('xs')]: { width: '100%' },
  },
}));

const groupings = ['phase', 'category'] as const;

export interface ItemsToolbarProps {
  filter: ItemFilter;
  onFilter: (filter: ItemFilter) => void;
  by: Grouping;
  onGroup: (by: Grouping) => void;
  /** How many items are missing. */
  missing: number;
  /** Absent for those who may not answer. */
  onKeys?: () => void;
}

/** What narrows and orders the items. */
export function ItemsToolbar(props: ItemsToolbarProps) {
  const { filter, onFilter, by, onGroup, missing, onKeys } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <TextField
        className={classes.field}
        size="small"
        variant="outlined"
        type="search"
        placeholder={t('readiness.items.filter')}
        value={filter.text}
        onChange={event =>
          onFilter({ ...filter, text: event.target.value.slice(0, 200) })
        }
        inputProps={{ 'aria-label': t('readiness.items.filter') }}
      />
      <span
        role="group"
        className={classes.group}
        aria-label={t('readiness.items.groupBy')}
      >
        <span aria-hidden="true">{t('readiness.items.groupBy')}</span>
        {groupings.map(grouping => (
          <SmallButton
            key={grouping}
            aria-pressed={grouping === by}
            onClick={() => onGroup(grouping)}
          >
            {t(`readiness.items.${grouping}`)}
          </SmallButton>
        ))}
      </span>
      <SmallButton
        aria-pressed={filter.missing}
        onClick={() => onFilter({ ...filter, missing: !filter.missing })}
      >
        {t('readiness.items.missing', { number: String(missing) })}
      </SmallButton>
      {onKeys && (
        <SmallButton quiet onClick={onKeys}>
          {t('readiness.items.keys')}
        </SmallButton>
      )}
    </div>
  );
}
