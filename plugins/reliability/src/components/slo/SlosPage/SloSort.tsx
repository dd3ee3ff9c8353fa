import { useTranslation } from '../../../hooks/useTranslation';
import { sloOrderings, type SloOrder } from '../../../utils/slo/sloParams';
import { OrderSelect } from '../../common/OrderSelect';
import type { SortOrder } from '../../maturity/RankingPage/SortHeader';

/** The order where there are no column headers to click. */
export function SloSort(props: {
  params: SortOrder<SloOrder>;
  onSort: (order: SortOrder<SloOrder>) => void;
}) {
  const { params, onSort } = props;
  const { t } = useTranslation();
  const orders = sloOrderings.flatMap(orderBy =>
    (['asc', 'desc'] as const).map(order => ({
      order: { orderBy, order },
      label: t(`slos.list.orders.${orderBy}.${order}`),
    })),
  );
  return (
    <OrderSelect
      fullWidth
      label={t('slos.list.sortBy')}
      orders={orders}
      current={params}
      onSort={onSort}
    />
  );
}
