import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { SummaryResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { levelColor } from '../../common';
import { wholeNumber } from '../../../utils/wholeNumber';

const useStyles = makeStyles(theme => ({
  root: { flex: '1 1 380px', minWidth: 0 },
  bar: { display: 'flex', gap: 2, height: 10 },
  part: {
    minWidth: 3,
    borderRadius: 2,
    boxSizing: 'border-box',
    border: '1px solid transparent',
  },
  none: { border: `1px solid ${theme.palette.text.secondary}` },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0.75, 0, 0, -0.75),
    padding: 0,
    listStyle: 'none',
  },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    padding: '2px 6px',
    minHeight: 24,
    borderRadius: 12,
    fontSize: '0.8125rem',
    border: '1px solid transparent',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    '&[aria-pressed=true]': {
      backgroundColor: theme.palette.action.selected,
      borderColor: theme.palette.primary.main,
    },
  },
  swatch: { width: 10, height: 10, borderRadius: 2, boxSizing: 'border-box' },
  count: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
}));

/** How many services each level has: a bar, and the same in words as buttons that filter. */
export function LevelFilter(props: {
  levels: SummaryResponse['levels'];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { chosen, onChange } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const levels = [...props.levels].sort((a, b) => b.index - a.index);
  const total = levels.filter(level => level.index >= 0).length;
  const nameOf = (level: SummaryResponse['levels'][number]) =>
    level.index < 0 ? t('common.level.none') : level.name;
  const look = (index: number, className: string) => ({
    className: index < 0 ? `${className} ${classes.none}` : className,
    style: { backgroundColor: levelColor(theme, index, total) },
  });
  const toggle = (id: string) =>
    onChange(
      chosen.includes(id)
        ? chosen.filter(other => other !== id)
        : [...chosen, id],
    );
  return (
    <div className={classes.root}>
      <div className={classes.bar} aria-hidden="true">
        {levels
          .filter(level => level.count > 0)
          .map(level => {
            const { className, style } = look(level.index, classes.part);
            return (
              <span
                key={level.id}
                className={className}
                style={{
                  ...style,
                  flex: `${level.count} 1 0`,
                  opacity:
                    chosen.length > 0 && !chosen.includes(level.id) ? 0.3 : 1,
                }}
              />
            );
          })}
      </div>
      <ul
        className={classes.legend}
        aria-label={t('ranking.summary.levels')}
        title={t('ranking.summary.levelsHelp')}
      >
        {levels.map(level => (
          <li key={level.id}>
            <ButtonBase
              className={classes.button}
              aria-pressed={chosen.includes(level.id)}
              onClick={() => toggle(level.id)}
            >
              <span {...look(level.index, classes.swatch)} />
              {nameOf(level)}{' '}
              <span className={classes.count}>{wholeNumber(level.count)}</span>
            </ButtonBase>
          </li>
        ))}
      </ul>
    </div>
  );
}
