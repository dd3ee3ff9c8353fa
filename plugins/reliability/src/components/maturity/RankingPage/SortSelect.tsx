import TextField from '@material-ui/core/TextField';
import { useTranslation } from '../../../hooks/useTranslation';
import type { RankingParams } from '../../../utils/rankingParams';
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
      value: `${orderBy} ${order}`,
      order: { orderBy, order },
      label: t(`ranking.table.orders.${orderBy}.${order}`),
    }));
  });
  return (
    <TextField
      select
      fullWidth
      size="small"
      variant="outlined"
      label={t('ranking.table.sortBy')}
      value={`${params.orderBy} ${params.order}`}
      onChange={event => {
        const chosen = orders.find(({ value }) => value === event.target.value);
        if (chosen) onSort(chosen.order);
      }}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-label': t('ranking.table.sortBy') }}
    >
      {orders.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </TextField>
  );
}
