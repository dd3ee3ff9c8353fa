import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';

// It may stand on the page itself, where the usual grey of labels is too pale.
const useStyles = makeStyles(theme => ({
  input: { backgroundColor: theme.palette.background.paper },
  label: { color: theme.palette.text.primary },
}));

export interface OrderSelectProps<Order> {
  label: string;
  /** Every order, with words for it. */
  orders: readonly {
    readonly order: Order;
    readonly label: string;
  }[];
  current: Order;
  onSort: (order: Order) => void;
  fullWidth?: boolean;
}

interface SomeOrder {
  orderBy: string;
  order: 'asc' | 'desc';
}

const valueOf = ({ orderBy, order }: SomeOrder) => `${orderBy} ${order}`;

/** The order of a list, where there are no column headers to click. */
export function OrderSelect<Order extends SomeOrder>(
  props: OrderSelectProps<Order>,
) {
  const { label, orders, current, onSort, fullWidth } = props;
  const classes = useStyles();
  return (
    <TextField
      select
      fullWidth={fullWidth}
      size="small"
      variant="outlined"
      label={label}
      value={valueOf(current)}
      onChange={event => {
        const chosen = orders.find(
          ({ order }) => valueOf(order) === event.target.value,
        );
        if (chosen) onSort(chosen.order);
      }}
      SelectProps={{ native: true }}
      InputProps={{ className: classes.input }}
      InputLabelProps={{ className: classes.label }}
      // eslint-disable-next-line react/jsx-no-duplicate-props
      inputProps={{ 'aria-label': label }}
    >
      {orders.map(each => (
        <option key={valueOf(each.order)} value={valueOf(each.order)}>
          {each.label}
        </option>
      ))}
    </TextField>
  );
}
