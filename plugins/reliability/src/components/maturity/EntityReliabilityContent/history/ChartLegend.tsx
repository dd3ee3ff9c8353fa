import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ChangeCause } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { CauseShape } from './CauseShape';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    listStyle: 'none',
    color: theme.palette.text.secondary,
    '& li': { display: 'inline-flex', alignItems: 'center', gap: 4 },
  },
}));

const causes: readonly ChangeCause[] = ['service', 'rule', 'data'];

/** What the marks in the chart mean. */
export function ChartLegend() {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <ul className={classes.root} aria-label={t('history.legend')}>
      {causes.map(cause => (
        <Typography key={cause} variant="caption" component="li">
          <svg width={16} height={16} aria-hidden="true">
            <CauseShape cause={cause} cx={8} cy={8} />
          </svg>
          {t(`common.cause.${cause}`)}
        </Typography>
      ))}
    </ul>
  );
}
