import { makeStyles } from '@material-ui/core/styles';
import type { HeatmapAddress } from '../../../../hooks/rollups/useHeatmapParams';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  heatColumnKinds,
  heatColumnOrders,
} from '../../../../utils/rollups/heatmapParams';
import { orderings } from '../../../../utils/rankingParams';
import { SmallButton } from '../../../common';
import { OrderSelect } from '../../../common/OrderSelect';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 3),
  },
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
}));

/** What the columns are, and in which order columns and services stand. */
export function HeatmapControls({ address }: { address: HeatmapAddress }) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const orders = orderings.flatMap(orderBy =>
    (['desc', 'asc'] as const).map(order => ({
      order: { orderBy, order },
      label: t(`ranking.table.orders.${orderBy}.${order}`),
    })),
  );
  return (
    <div className={classes.root}>
      <div
        className={classes.group}
        role="group"
        aria-label={t('rollups.map.columns')}
      >
        <span aria-hidden="true">{t('rollups.map.columns')}</span>
        {heatColumnKinds.map(columns => (
          <SmallButton
            key={columns}
            aria-pressed={params.columns === columns}
            onClick={() => change({ columns })}
          >
            {t(`rollups.map.${columns}`)}
          </SmallButton>
        ))}
      </div>
      <div
        className={classes.group}
        role="group"
        aria-label={t('rollups.map.sort')}
      >
        <span aria-hidden="true">{t('rollups.map.sort')}</span>
        {heatColumnOrders.map(sort => (
          <SmallButton
            key={sort}
            aria-pressed={params.sort === sort}
            onClick={() => change({ sort })}
          >
            {t(`rollups.map.${sort}`)}
          </SmallButton>
        ))}
      </div>
      <OrderSelect
        label={t('rollups.map.order')}
        orders={orders}
        current={{ orderBy: params.orderBy, order: params.order }}
        onSort={change}
      />
    </div>
  );
}
