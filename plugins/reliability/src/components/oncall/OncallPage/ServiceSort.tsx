import { useTranslation } from '../../../hooks/useTranslation';
import {
  oncallOrderings,
  type OncallOrder,
  type OncallParams,
} from '../../../utils/oncall/params';
import { OrderSelect } from '../../common/OrderSelect';

interface Order {
  orderBy: OncallOrder;
  order: 'asc' | 'desc';
}

/** The order of the services. */
export function ServiceSort(props: {
  params: OncallParams;
  onSort: (order: Order) => void;
}) {
  const { params, onSort } = props;
  const { t } = useTranslation();
  const orders = oncallOrderings.flatMap(orderBy =>
    (['asc', 'desc'] as const).map(order => ({
      order: { orderBy, order },
      label: t(`oncalls.list.orders.${orderBy}.${order}`),
    })),
  );
  return (
    <OrderSelect<Order>
      label={t('oncalls.list.sortBy')}
      orders={orders}
      current={params}
      onSort={onSort}
    />
  );
}
