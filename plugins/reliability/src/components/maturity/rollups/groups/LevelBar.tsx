import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { RollupFigures } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points } from '../../../../utils/points';
import { wholeNumber } from '../../../../utils/wholeNumber';
import { levelColor, visuallyHidden } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    width: '100%',
    minWidth: 96,
    maxWidth: 220,
    height: 18,
    gap: 2,
  },
  part: {
    minWidth: 16,
    borderRadius: 2,
    overflow: 'hidden',
    fontSize: '0.6875rem',
    lineHeight: '18px',
    textAlign: 'center',
    color: theme.palette.text.primary,
    boxShadow: `inset 0 0 0 1px ${theme.palette.divider}`,
  },
  full: { color: theme.palette.primary.contrastText },
  hidden: visuallyHidden,
}));

/** Half a number says something else: a narrow part shows none, and the words beside the bar do. */
const fits = ({ count, share }: RollupFigures['levels'][number]) => {
  const { length } = wholeNumber(count);
  return length <= 2 || share >= 65 * length;
};

/** Services per level from "no level" up: as wide as their share of the weight, with their number. */
export function LevelBar({ levels }: { levels: RollupFigures['levels'] }) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const total = levels.length - 1;
  const wordsFor = ({ name, index, count, share }: (typeof levels)[number]) =>
    t('rollups.groups.level', {
      level: index < 0 ? t('common.level.none') : name,
      number: wholeNumber(count),
      share: String(points(share)),
    });
  const shown = levels.filter(({ count }) => count > 0);
  return (
    <span title={shown.map(wordsFor).join('\n')}>
      <span className={classes.root} aria-hidden="true">
        {shown.map(level => (
          <span
            key={level.id}
            className={
              level.index === total - 1
                ? `${classes.part} ${classes.full}`
                : classes.part
            }
            style={{
              flex: `${Math.max(1, level.share)} 0 0`,
              backgroundColor: levelColor(theme, level.index, total),
            }}
          >
            {fits(level) && wholeNumber(level.count)}
          </span>
        ))}
      </span>
      <span className={classes.hidden}>{shown.map(wordsFor).join('; ')}</span>
    </span>
  );
}
