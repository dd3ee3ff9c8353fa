import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  value: { overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  none: { color: theme.palette.text.secondary, fontStyle: 'italic' },
}));

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, member]) => `${key}: ${plainText(member)}`)
      .join(', ');
  }
  return typeof value === 'number' ? value.toLocaleString() : String(value);
}

/** A value as a person reads it. Nothing, an empty text and an empty list are told apart in words. */
export function FactValue(props: { value: unknown; unit?: string }) {
  const { value, unit } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (value === undefined || value === null) {
    return <span className={classes.none}>{t('entity.value.absent')}</span>;
  }
  if (value === '') {
    return <span className={classes.none}>{t('entity.value.empty')}</span>;
  }
  if (plainText(value) === '') {
    return <span className={classes.none}>{t('entity.value.emptyList')}</span>;
  }
  const text = plainText(value);
  return (
    <span className={classes.value}>
      {unit && typeof value === 'number'
        ? t('entity.value.withUnit', { value: text, unit })
        : text}
    </span>
  );
}
