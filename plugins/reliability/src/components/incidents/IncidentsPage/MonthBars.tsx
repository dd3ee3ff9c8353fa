import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { monthText } from '../../../utils/incidents/months';

const HEIGHT = 110;
const FEW_MONTHS = 9;

const useStyles = makeStyles(theme => ({
  root: { margin: 0 },
  title: { fontSize: '0.8125rem', fontWeight: 600 },
  bars: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(1),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  column: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    alignItems: 'center',
    height: HEIGHT + 20,
    fontSize: '0.75rem',
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  bar: {
    width: '100%',
    maxWidth: 40,
    borderRadius: '2px 2px 0 0',
    backgroundColor: theme.palette.primary.main,
  },
  none: { color: theme.palette.text.secondary },
  months: {
    display: 'flex',
    gap: theme.spacing(0.5),
    fontSize: '0.75rem',
    color: theme.palette.text.secondary,
    '& span': { flex: 1, minWidth: 0, textAlign: 'center', overflow: 'hidden' },
  },
}));

/** One value for each month as a bar; what cannot be told has none. The table below has the same in words. */
export function MonthBars(props: {
  title: string;
  bars: readonly {
    month: string;
    value: number | null;
    words: string;
    short: string;
  }[];
}) {
  const { title, bars } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const many = bars.length > FEW_MONTHS;
  const values = bars
    .map(({ month, words }) =>
      t('incidents.trend.value', { month: monthText(month), value: words }),
    )
    .join(', ');
  return (
    <figure className={classes.root}>
      <figcaption className={classes.title} aria-hidden="true">
        {title}
      </figcaption>
      <div
        role="img"
        aria-label={t('incidents.trend.label', { title, values })}
      >
        <div className={classes.bars} aria-hidden="true">
          {bars.map(({ month, value, words, short }) => (
            <div
              key={month}
              className={classes.column}
              title={`${monthText(month)}: ${words}`}
            >
              <span className={value === null ? classes.none : undefined}>
                {short}
              </span>
              {value !== null && (
                <span
                  className={classes.bar}
                  style={{ height: Math.round((HEIGHT * value) / most) }}
                />
              )}
            </div>
          ))}
        </div>
        <div className={classes.months} aria-hidden="true">
          {bars.map(({ month }, index) => (
            <span key={month}>
              {!many || index % 2 === 0 ? monthText(month).slice(0, 3) : ''}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}
