import TextField from '@material-ui/core/TextField';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  progressOrderings,
  type ReadinessParams,
} from '../../../utils/readiness/readinessParams';

type Order = Pick<ReadinessParams, 'orderBy' | 'order'>;

const orders = progressOrderings.flatMap(orderBy =>
  (['asc', 'desc'] as const).map(order => ({ orderBy, order })),
);

/** The order of the services; the server sorts. */
export function ProgressSort(props: {
  params: Order;
  onSort: (order: Order) => void;
}) {
  const { params, onSort } = props;
  const { t } = useTranslation();
  const label = t('organisation.list.sortBy');
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      label={label}
      value={`${params.orderBy} ${params.order}`}
      onChange={event => {
        const chosen = orders.find(
          ({ orderBy, order }) => `${orderBy} ${order}` === event.target.value,
        );
        if (chosen) onSort(chosen);
      }}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-label': label }}
    >
      {orders.map(({ orderBy, order }) => (
        <option key={`${orderBy} ${order}`} value={`${orderBy} ${order}`}>
          {t(`organisation.list.orders.${orderBy}.${order}`)}
        </option>
      ))}
    </TextField>
  );
}
