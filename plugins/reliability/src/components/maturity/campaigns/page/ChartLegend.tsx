import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useTranslation } from '../../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2.5),
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    listStyle: 'none',
    fontSize: '0.8125rem',
  },
  entry: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
}));

/** What the lines of the burn-up stand for; they differ in their dashes too, not in colour alone. */
export function ChartLegend(props: {
  /** Days from which the pace is; absent where there is none. */
  paceDays?: number;
  hasIdeal: boolean;
}) {
  const { paceDays, hasIdeal } = props;
  const classes = useStyles();
  const { palette } = useTheme();
  const { t } = useTranslation();
  const blue = palette.primary.main;
  const ink = palette.text.secondary;
  const entry = (words: string, stroke: string, dash = '') => (
    <li className={classes.entry} key={words}>
      <svg width="28" height="4" aria-hidden="true">
        <line
          x1="0"
          x2="28"
          y1="2"
          y2="2"
          stroke={stroke}
          strokeWidth={2}
          strokeDasharray={dash}
        />
      </svg>
      {words}
    </li>
  );
  return (
    <ul className={classes.root}>
      {entry(t('campaigns.progress.legend.done'), blue)}
      {entry(t('campaigns.progress.legend.scope'), ink)}
      {hasIdeal && entry(t('campaigns.progress.legend.ideal'), ink, '2 4')}
      {paceDays !== undefined &&
        entry(
          t('campaigns.progress.legend.projection', { days: String(paceDays) }),
          blue,
          '6 4',
        )}
    </ul>
  );
}
