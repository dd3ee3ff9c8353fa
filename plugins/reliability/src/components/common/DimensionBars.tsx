import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import type { RankedServiceItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../hooks/useTranslation';
import { points } from '../../utils/points';
import { trackColor, unknownPattern } from './palette';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    gap: 3,
    verticalAlign: 'middle',
  },
  bar: {
    display: 'flex',
    flexDirection: 'column-reverse',
    width: 7,
    height: 22,
    borderRadius: 1,
    overflow: 'hidden',
    backgroundColor: trackColor(theme),
  },
  none: {
    backgroundColor: 'transparent',
    border: `1px dotted ${theme.palette.text.secondary}`,
  },
  earned: { backgroundColor: theme.palette.primary.main },
  unknown: {
    marginTop: 'auto',
    order: 1,
    backgroundColor: theme.palette.background.paper,
    backgroundImage: unknownPattern(theme),
  },
  missed: { flex: 1 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

export interface DimensionBarsProps {
  /** In the order of the scorecard, so that the bars of all rows line up. */
  names: readonly string[];
  dimensions: RankedServiceItem['dimensions'];
}

/** One thin bar for each dimension: earned from below, not known from above. */
export function DimensionBars({ names, dimensions }: DimensionBarsProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const wordsFor = (name: string) => {
    const dimension = dimensions[name];
    if (!dimension) return t('ranking.dimension.none', { name });
    const score = String(points(dimension.score));
    const coverage = String(points(dimension.coverage));
    if (dimension.coverage === 0)
      return t('ranking.dimension.unknown', { name });
    return dimension.coverage < 1000
      ? t('ranking.dimension.partly', { name, score, coverage })
      : t('ranking.dimension.label', { name, score });
  };
  return (
    <Tooltip
      title={
        <ul className={classes.list}>
          {names.map(name => (
            <li key={name}>{wordsFor(name)}</li>
          ))}
        </ul>
      }
    >
      <span className={classes.root}>
        {names.map(name => {
          const dimension = dimensions[name];
          return dimension ? (
            <span
              key={name}
              className={classes.bar}
              role="img"
              aria-label={wordsFor(name)}
            >
              <span
                className={classes.earned}
                style={{ height: `${dimension.score / 10}%` }}
              />
              <span className={classes.missed} />
              <span
                className={classes.unknown}
                style={{ height: `${(1000 - dimension.coverage) / 10}%` }}
              />
            </span>
          ) : (
            <span
              key={name}
              className={`${classes.bar} ${classes.none}`}
              role="img"
              aria-label={wordsFor(name)}
            />
          );
        })}
      </span>
    </Tooltip>
  );
}
