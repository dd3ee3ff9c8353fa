import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import MapIcon from '@material-ui/icons/ViewComfy';
import type { HeatmapResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { HeatmapAddress } from '../../../../hooks/rollups/useHeatmapParams';
import { useTranslation } from '../../../../hooks/useTranslation';
import { isFiltered, withoutFilters } from '../../../../utils/rankingParams';
import { StateMessage } from '../../../async';
import { ListPager } from '../../../common';
import { HeatLegend } from './HeatLegend';
import { HeatTable } from './HeatTable';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    padding: theme.spacing(2),
    overflow: 'hidden',
    fontFamily: theme.typography.fontFamily,
  },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, height: 2 },
  legend: { marginBottom: theme.spacing(1.5) },
}));

/** One page of the map, or why there is none. */
export function Heatmap(props: {
  page: HeatmapResponse;
  refreshing: boolean;
  address: HeatmapAddress;
}) {
  const { page, refreshing, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  if (page.totalItems === 0) {
    return isFiltered(params) ? (
      <StateMessage
        icon={<MapIcon />}
        title={t('rollups.map.none')}
        action={
          <Button
            color="primary"
            variant="outlined"
            onClick={() => change(withoutFilters(params))}
          >
            {t('rollups.map.clear')}
          </Button>
        }
      >
        {t('rollups.map.noneText')}
      </StateMessage>
    ) : (
      <StateMessage icon={<MapIcon />} title={t('rollups.map.nothing')}>
        {t('rollups.map.nothingText')}
      </StateMessage>
    );
  }
  return (
    <Paper variant="outlined" className={classes.root} aria-busy={refreshing}>
      {refreshing && (
        <LinearProgress
          className={classes.progress}
          aria-label={t('common.refreshing')}
        />
      )}
      <div className={classes.legend}>
        <HeatLegend kind={params.columns} />
      </div>
      <HeatTable page={page} params={params} />
      <ListPager page={page} address={address} />
    </Paper>
  );
}
