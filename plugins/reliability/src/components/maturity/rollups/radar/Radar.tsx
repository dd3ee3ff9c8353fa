import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../../hooks/useTranslation';
import { RadarChart } from './RadarChart';
import type { RadarSeries } from './radarSeries';
import { RadarTable } from './RadarTable';

/** With fewer there is no shape. */
const MIN_AXES = 3;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'center',
    gap: theme.spacing(2),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  stacked: { gridTemplateColumns: 'minmax(0, 1fr)' },
}));

/** The scores of dimensions as a picture and as a table; the first series is what the others are set against. */
export function Radar(props: {
  dimensions: readonly string[];
  series: readonly RadarSeries[];
  /** One above the other, for cards. */
  stacked?: boolean;
}) {
  const { dimensions, series, stacked } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  // What no service has would only be an empty axis.
  const shown = dimensions.filter(name =>
    series.some(({ figures }) => figures.dimensions[name]),
  );
  if (shown.length === 0) {
    return <Typography variant="body2">{t('rollups.radar.none')}</Typography>;
  }
  return (
    <div
      className={stacked ? `${classes.root} ${classes.stacked}` : classes.root}
    >
      {shown.length >= MIN_AXES ? (
        <RadarChart dimensions={shown} series={series} />
      ) : (
        <Typography variant="body2">{t('rollups.radar.tooFew')}</Typography>
      )}
      <RadarTable dimensions={shown} series={series} />
    </div>
  );
}
