import TextField from '@material-ui/core/TextField';
import { useTranslation } from '../../../hooks/useTranslation';
import { sloOrderings, type SloOrder } from '../../../utils/slo/sloParams';
import type { SortOrder } from '../../maturity/RankingPage/SortHeader';

const orders = sloOrderings.flatMap(orderBy =>
  (['asc', 'desc'] as const).map(order => ({ orderBy, order })),
);

/** The order where there are no column headers to click. */
export function SloSort(props: {
  params: SortOrder<SloOrder>;
  onSort: (order: SortOrder<SloOrder>) => void;
}) {
  const { params, onSort } = props;
  const { t } = useTranslation();
  const label = t('slos.list.sortBy');
  return (
    <TextField
      select
      fullWidth
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
          {t(`slos.list.orders.${orderBy}.${order}`)}
        </option>
      ))}
    </TextField>
  );
}
