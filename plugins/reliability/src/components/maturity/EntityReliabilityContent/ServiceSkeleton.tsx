import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  sheet: { padding: theme.spacing(3), display: 'grid', gap: theme.spacing(2) },
  bar: {
    height: 20,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.hover,
  },
}));

const widths = [
  ['30%', '70%'],
  ['45%', '85%', '80%'],
  ['25%', '100%', '100%', '100%'],
];

/** The outline of the tab while it is loading, so that nothing jumps when it is there. */
export function ServiceSkeleton() {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div
      className={classes.root}
      role="status"
      aria-busy="true"
      aria-label={t('common.loading')}
    >
      {widths.map((sheet, index) => (
        <Paper key={index} className={classes.sheet} aria-hidden="true">
          {sheet.map((width, bar) => (
            <div key={bar} className={classes.bar} style={{ width }} />
          ))}
        </Paper>
      ))}
    </div>
  );
}
