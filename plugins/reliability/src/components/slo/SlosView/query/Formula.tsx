import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../../hooks/useTranslation';
import { formulaOf } from '../../../../utils/slo/formula';
import type { HowComputedProps } from './HowComputed';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: theme.spacing(1, 1.5),
    listStyle: 'none',
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.hover,
    fontSize: '0.875rem',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    '& li + li': { marginTop: theme.spacing(0.75) },
  },
  // Secondary on this ground is below 4.5:1 in the light Backstage theme.
  words: { display: 'block' },
  result: { fontWeight: 600 },
}));

/** The calculation in words, and below each line the same with the numbers filled in. */
export function Formula({ slo, objective }: HowComputedProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const lines = formulaOf(slo, objective);
  if (lines.length === 0) {
    return (
      <Typography variant="body2">
        {t(
          slo.mode === 'reported' ? 'slo.formula.reported' : 'slo.formula.none',
        )}
      </Typography>
    );
  }
  return (
    <ul className={classes.list} aria-label={t('slo.formula.label')}>
      {lines.map(({ key, numbers, result }) => (
        <li key={key}>
          <span className={classes.words}>{t(`slo.formula.${key}`)}</span>
          {key === 'sliMean'
            ? t('slo.formula.meanOf', { slices: numbers })
            : numbers}{' '}
          = <span className={classes.result}>{result}</span>
        </li>
      ))}
    </ul>
  );
}
