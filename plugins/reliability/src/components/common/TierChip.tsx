import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-block',
    maxWidth: '100%',
    padding: '0 6px',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    fontSize: '0.75rem',
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    verticalAlign: 'middle',
    color: theme.palette.text.primary,
  },
  none: { borderStyle: 'dashed', color: theme.palette.text.secondary },
}));

export interface TierChipProps {
  tier: { id: string; name: string; rank: number | null };
}

/** The tier's name; its id is in the tooltip. */
export function TierChip({ tier }: TierChipProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  return tier.rank === null ? (
    <span
      className={`${classes.root} ${classes.none}`}
      title={t('common.tier.untieredHelp')}
    >
      {t('common.tier.untiered')}
    </span>
  ) : (
    <span
      className={classes.root}
      title={t('common.tier.help', { name: tier.name, id: tier.id })}
    >
      {tier.name}
    </span>
  );
}
