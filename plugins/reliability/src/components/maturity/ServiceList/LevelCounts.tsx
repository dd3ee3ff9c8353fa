import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SummaryResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { LevelGlyph } from '../../common';
import { wholeNumber } from '../../../utils/wholeNumber';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  level: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** How many of the scorecard's levels there are, without the place below the first. */
export function levelCountOf(summary: SummaryResponse): number {
  return summary.levels.filter(({ index }) => index >= 0).length;
}

/** Services per level, in words and numbers. */
export function LevelCounts({ summary }: { summary: SummaryResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const total = levelCountOf(summary);
  return (
    <ul className={classes.root} aria-label={t('group.levels')}>
      {summary.levels.map(({ id, name, index, count }) => (
        <Typography
          key={id}
          variant="body2"
          component="li"
          className={classes.level}
        >
          <LevelGlyph index={index} total={total} />
          {t('group.levelCount', {
            level: index < 0 ? t('common.level.none') : name,
            number: wholeNumber(count),
          })}
        </Typography>
      ))}
    </ul>
  );
}
