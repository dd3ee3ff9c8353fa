import { useTranslation } from '../../../hooks/useTranslation';
import type { RankingParams } from '../../../utils/rankingParams';
import { OrderSelect } from '../../common/OrderSelect';
import { columns } from './columns';

type Order = Pick<RankingParams, 'orderBy' | 'order'>;

/** The order where there are no column headers to click. */
export function SortSelect(props: {
  params: Order;
  onSort: (order: Order) => void;
}) {
  const { params, onSort } = props;
  const { t } = useTranslation();
  const orders = columns.flatMap(({ orderBy, first = 'asc' }) => {
    if (!orderBy) return [];
    const both = [first, first === 'asc' ? 'desc' : 'asc'] as const;
    return both.map(order => ({
      order: { orderBy, order },
      label: t(`ranking.table.orders.${orderBy}.${order}`),
    }));
  });
  return (
    <OrderSelect
      fullWidth
      label={t('ranking.table.sortBy')}
      orders={orders}
      current={params}
      onSort={onSort}
    />
  );
}
