import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { ListFollowUpsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { FollowUpAddress } from '../../../hooks/incidents/useFollowUps';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  followUpOrderings,
  type FollowUpOrder,
  type FollowUpParams,
} from '../../../utils/incidents/followUpParams';
import { SmallButton } from '../../common';
import { OrderSelect } from '../../common/OrderSelect';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 2),
  },
  counts: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

type Choice = Pick<FollowUpParams, 'status' | 'overdue'>;

const choices: Record<'open' | 'overdue' | 'done', Choice> = {
  open: { status: ['open', 'in-progress'], overdue: false },
  overdue: { status: ['open', 'in-progress'], overdue: true },
  done: { status: ['done'], overdue: false },
};

/** How many are open, overdue and done, as buttons that choose; and the order. */
export function FollowUpCounts(props: {
  counts: ListFollowUpsResponse['counts'];
  address: FollowUpAddress;
}) {
  const { counts, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const isChosen = ({ status, overdue }: Choice) =>
    overdue === params.overdue &&
    status.length === params.status.length &&
    status.every(each => params.status.includes(each));
  const orders = followUpOrderings.flatMap(orderBy =>
    (['asc', 'desc'] as const).map(order => ({
      order: { orderBy, order },
      label: t(`followUps.tab.orders.${orderBy}.${order}`),
    })),
  );
  return (
    <Paper variant="outlined" className={classes.root}>
      <div
        className={classes.counts}
        role="group"
        aria-label={t('followUps.tab.counts.label')}
      >
        {(['open', 'overdue', 'done'] as const).map(name => (
          <SmallButton
            key={name}
            aria-pressed={isChosen(choices[name])}
            onClick={() => change(choices[name])}
          >
            {t(`followUps.tab.counts.${name}`, {
              number: String(counts[name]),
            })}
          </SmallButton>
        ))}
      </div>
      <OrderSelect<{ orderBy: FollowUpOrder; order: 'asc' | 'desc' }>
        label={t('followUps.tab.order')}
        orders={orders}
        current={params}
        onSort={change}
      />
    </Paper>
  );
}
