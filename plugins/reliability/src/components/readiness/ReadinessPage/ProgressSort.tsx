import { useTranslation } from '../../../hooks/useTranslation';
import {
  progressOrderings,
  type ReadinessParams,
} from '../../../utils/readiness/readinessParams';
import { OrderSelect } from '../../common/OrderSelect';

type Order = Pick<ReadinessParams, 'orderBy' | 'order'>;

/** The order of the services; the server sorts. */
export function ProgressSort(props: {
  params: Order;
  onSort: (order: Order) => void;
}) {
  const { params, onSort } = props;
  const { t } = useTranslation();
  const orders = progressOrderings.flatMap(orderBy =>
    (['asc', 'desc'] as const).map(order => ({
      order: { orderBy, order },
      label: t(`organisation.list.orders.${orderBy}.${order}`),
    })),
  );
  return (
    <OrderSelect
      label={t('organisation.list.sortBy')}
      orders={orders}
      current={params}
      onSort={onSort}
    />
  );
}
