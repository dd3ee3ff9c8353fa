import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../../hooks/useTranslation';
import { HeatSample } from './HeatFill';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: '0.8125rem',
    '& li': { display: 'flex', alignItems: 'center', gap: 6 },
  },
}));

const outcomes = [
  'pass',
  'fail',
  'unknown',
  'exempt',
  'not-applicable',
] as const;

/** What the signs in the map stand for. */
export function HeatLegend({ kind }: { kind: 'dimensions' | 'checks' }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const shown = outcomes.filter(
    outcome => kind === 'checks' || outcome !== 'exempt',
  );
  const scored = (outcome: (typeof outcomes)[number]) => {
    if (kind === 'checks') return {};
    if (outcome === 'pass') return { score: 1000, coverage: 1000 };
    return outcome === 'fail' ? { score: 400, coverage: 1000 } : {};
  };
  return (
    <ul className={classes.root} aria-label={t('rollups.map.legend')}>
      {shown.map(outcome => (
        <li key={outcome}>
          <HeatSample cell={{ outcome, ...scored(outcome) }} />
          {t(`common.outcome.${outcome}`)}
        </li>
      ))}
      {kind === 'dimensions' && (
        <li>
          <HeatSample cell={{ outcome: 'fail', score: 400, coverage: 700 }} />
          {t('rollups.map.partly')}
        </li>
      )}
    </ul>
  );
}
