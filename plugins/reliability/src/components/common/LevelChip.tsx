import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../hooks/useTranslation';
import { LevelGlyph } from './LevelGlyph';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    maxWidth: '100%',
    padding: '1px 8px 1px 6px',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 12,
    fontSize: '0.8125rem',
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    color: theme.palette.text.primary,
  },
  none: { borderStyle: 'dashed', color: theme.palette.text.secondary },
  name: { overflow: 'hidden', textOverflow: 'ellipsis' },
}));

export interface LevelChipProps {
  /** Index -1 is below the first level. */
  level: { name: string; index: number };
  /** How many levels the scorecard has. */
  total: number;
}

/** The level attained: its name, and its place on the ladder as a small glyph. */
export function LevelChip({ level, total }: LevelChipProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const none = level.index < 0;
  const place = none
    ? t('common.level.nonePlace')
    : t('common.level.place', {
        place: String(level.index + 1),
        total: String(total),
      });
  return (
    <span
      className={none ? `${classes.root} ${classes.none}` : classes.root}
      title={place}
    >
      <LevelGlyph index={level.index} total={total} />
      <span className={classes.name}>
        {none ? t('common.level.none') : level.name}
      </span>
    </span>
  );
}
