import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { LevelGlyph } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(1.5, 0),
    padding: 0,
    listStyle: 'none',
    display: 'grid',
    gap: theme.spacing(0.75),
    fontSize: '0.875rem',
  },
  level: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    alignItems: 'baseline',
  },
  name: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary },
}));

/** The levels of a scorecard, the highest on top as on a ladder. */
export function LevelLadder(props: {
  definition: ScorecardResponse['definition'];
}) {
  const { levels, checks } = props.definition;
  const classes = useStyles();
  const { t } = useTranslation();
  const rungs = levels
    .map((level, index) => ({
      level,
      index,
      count: checks.filter(check => check.level === level.id).length,
    }))
    .reverse();
  return (
    <ol
      reversed
      className={classes.root}
      aria-label={t('standards.scorecard.levels')}
    >
      {rungs.map(({ level, index, count }) => (
        <li key={level.id} className={classes.level}>
          <LevelGlyph index={index} total={levels.length} />
          <span>
            <span className={classes.name}>{level.name}</span>{' '}
            {level.description}{' '}
            <span className={classes.quiet}>
              {t('standards.scorecard.checks', { count })}
              {level.minScore !== undefined &&
                ` ${t('standards.scorecard.minScore', {
                  score: String(level.minScore),
                })}`}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
