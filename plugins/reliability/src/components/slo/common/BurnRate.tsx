import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { burnText } from '../../../utils/slo/numbers';

const useStyles = makeStyles(theme => ({
  root: {
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  rate: { fontWeight: 600 },
  label: { color: theme.palette.text.secondary },
}));

/** The burn rate over the last six hours; a dash with its words where it is not known. */
export function BurnRate({ rate }: { rate: number | null }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <span
      className={classes.root}
      title={t(rate === null ? 'slo.burn.unknown' : 'slo.burn.help')}
    >
      <span className={classes.rate}>
        {rate === null ? t('slo.burn.none') : burnText(rate)}
      </span>{' '}
      <span className={classes.label}>{t('slo.burn.label')}</span>
    </span>
  );
}
