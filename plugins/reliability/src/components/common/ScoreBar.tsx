import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../hooks/useTranslation';
import { points } from '../../utils/points';
import { KnownBar } from './KnownBar';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  score: { minWidth: '1.75em', textAlign: 'right', fontWeight: 600 },
  large: { minWidth: 0, fontSize: '1.5rem', lineHeight: '40px' },
  bar: { flex: 'none' },
  coverage: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
  hidden: visuallyHidden,
}));

export interface ScoreBarProps {
  /** Per mille. */
  score: number;
  /** Per mille. */
  coverage: number;
  size?: 'small' | 'large';
  /** Leave the coverage out as text where it has a column of its own. */
  hideCoverage?: boolean;
}

/**
 * A score with its coverage beside it. The bar has three parts: earned (full), missed (empty) and not
 * known (hatched). Where nothing is known there is no number: 0 would claim to know.
 */
export function ScoreBar(props: ScoreBarProps) {
  const { score, coverage, size = 'small', hideCoverage } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const known = coverage > 0;
  const words = {
    score: String(points(score)),
    coverage: String(points(coverage)),
  };
  return (
    <span
      className={classes.root}
      title={
        known
          ? t('common.score.coverageHelp', words)
          : t('common.score.nothingLabel')
      }
    >
      <span className={classes.hidden}>
        {known
          ? t('common.score.label', words)
          : t('common.score.nothingLabel')}
      </span>
      <span
        aria-hidden="true"
        className={
          size === 'large' ? `${classes.score} ${classes.large}` : classes.score
        }
      >
        {known ? words.score : '–'}
      </span>
      <span className={classes.bar} aria-hidden="true">
        <KnownBar
          score={score}
          coverage={coverage}
          width={size === 'large' ? 120 : 56}
          height={size === 'large' ? 8 : 6}
        />
      </span>
      {!hideCoverage && (
        <span className={classes.coverage} aria-hidden="true">
          {known
            ? t('common.score.coverage', words)
            : t('common.score.nothing')}
        </span>
      )}
    </span>
  );
}
