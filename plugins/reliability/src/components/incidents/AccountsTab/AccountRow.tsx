import { makeStyles } from '@material-ui/core/styles';
import OkIcon from '@material-ui/icons/CheckCircleOutline';
import RecordedIcon from '@material-ui/icons/EditOutlined';
import HistoryIcon from '@material-ui/icons/History';
import PendingIcon from '@material-ui/icons/HourglassEmpty';
import FailingIcon from '@material-ui/icons/SyncProblem';
import type { IncidentAccount } from '../../../hooks/incidents/useIncidentAccounts';
import { useTranslation } from '../../../hooks/useTranslation';
import { timeText } from '../../../utils/incidents/times';
import { providerName } from '../../../utils/oncall/providers';
import { statusColors, TimeAgo } from '../../common';
import { AccountWebhooks } from './AccountWebhooks';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 2),
    lineHeight: 1.6,
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
  },
  name: { fontWeight: 600 },
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    '& svg': { fontSize: 16, color: theme.palette.text.secondary },
  },
  good: { '& svg': { color: statusColors(theme).good } },
  bad: { '& svg': { color: statusColors(theme).bad } },
  none: {},
}));

const marks = {
  ok: [OkIcon, 'good'],
  failing: [FailingIcon, 'bad'],
  backfilling: [HistoryIcon, 'good'],
  pending: [PendingIcon, 'none'],
  pushed: [RecordedIcon, 'none'],
} as const;

/** One account: whether it works, how far back it is read, and where its webhooks go. */
export function AccountRow({ account }: { account: IncidentAccount }) {
  const { state, provider, readAt, triedAt, backfilledTo, error } = account;
  const classes = useStyles();
  const { t } = useTranslation();
  const [Icon, tone] = marks[state];
  const isPortal = provider === 'portal';
  const said = isPortal ? 'recorded' : state;
  const history = () => {
    if (state === 'pushed' || state === 'pending') return null;
    if (!backfilledTo) {
      return state === 'ok' ? t('incidentAdmin.accounts.complete') : null;
    }
    return t(
      `incidentAdmin.accounts.${
        state === 'backfilling' ? 'backfilling' : 'backfilledTo'
      }`,
      { time: timeText(backfilledTo) },
    );
  };
  return (
    <li className={classes.root}>
      <div className={classes.line}>
        <span className={classes.name}>{account.account}</span>
        {!isPortal && <span>{providerName(provider)}</span>}
        <span
          className={`${classes.state} ${classes[tone]}`}
          title={t(`incidentAdmin.accounts.stateHelp.${said}`)}
        >
          <Icon aria-hidden="true" />
          {t(`incidentAdmin.accounts.state.${said}`)}
        </span>
      </div>
      <div className={classes.line}>
        <span>
          {t('incidentAdmin.accounts.incidents', { count: account.incidents })}
        </span>
        {account.unmapped > 0 && (
          <span>
            {t('incidentAdmin.accounts.unmapped', { count: account.unmapped })}
          </span>
        )}
        {state !== 'pushed' && (
          <span>
            {readAt ? (
              <>
                {t('incidentAdmin.accounts.read')} <TimeAgo at={readAt} />
              </>
            ) : (
              t('incidentAdmin.accounts.neverRead')
            )}
          </span>
        )}
        {triedAt && triedAt !== readAt && (
          <span>
            {t('incidentAdmin.accounts.tried')} <TimeAgo at={triedAt} />
          </span>
        )}
        <span>{history()}</span>
      </div>
      {error && <div>{error}</div>}
      {!isPortal && <AccountWebhooks account={account} />}
    </li>
  );
}
