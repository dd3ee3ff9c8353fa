import { makeStyles } from '@material-ui/core/styles';
import OkIcon from '@material-ui/icons/CheckCircleOutline';
import LimitedIcon from '@material-ui/icons/HourglassFull';
import PendingIcon from '@material-ui/icons/HourglassEmpty';
import UnusedIcon from '@material-ui/icons/RemoveCircleOutline';
import FailingIcon from '@material-ui/icons/SyncProblem';
import type { OncallAccountItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { momentText } from '../../../utils/oncall/times';
import { Badge, statusColors, TimeAgo } from '../../common';
import { useOncallWords } from '../common';
import { AccountRequests } from './AccountRequests';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 2),
    fontSize: '0.8125rem',
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
  name: { fontWeight: 600, fontSize: '0.875rem' },
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    '& svg': { fontSize: 16, color: theme.palette.text.secondary },
  },
  ok: { '& svg': { color: statusColors(theme).good } },
  limited: { '& svg': { color: statusColors(theme).warn } },
  failing: { '& svg': { color: statusColors(theme).bad } },
  pending: {},
  unused: {},
}));

const icons = {
  ok: OkIcon,
  limited: LimitedIcon,
  failing: FailingIcon,
  pending: PendingIcon,
  unused: UnusedIcon,
};

/** One account: whether it works, since when not, and when it is tried again. */
export function AccountRow({ account }: { account: OncallAccountItem }) {
  const { name, type, mirror, state, rotations, failing, error } = account;
  const classes = useStyles();
  const { t } = useTranslation();
  const { providerOf } = useOncallWords();
  const Icon = icons[state];
  return (
    <li className={classes.root}>
      <div className={classes.line}>
        <span className={classes.name}>{name}</span>
        <span>{providerOf(type)}</span>
        {mirror && <Badge>{t('oncalls.accounts.mirror')}</Badge>}
        <span className={`${classes.state} ${classes[state]}`}>
          <Icon aria-hidden="true" />
          {t(`oncalls.accounts.state.${state}`)}
        </span>
      </div>
      <div className={classes.line}>
        <span>{t('oncalls.accounts.rotations', { count: rotations })}</span>
        {failing > 0 && (
          <span>{t('oncalls.accounts.failing', { count: failing })}</span>
        )}
        <span>
          {account.lastSuccessAt ? (
            <>
              {t('oncalls.accounts.lastSuccess')}{' '}
              <TimeAgo at={account.lastSuccessAt} />
            </>
          ) : (
            t('oncalls.accounts.never')
          )}
        </span>
        {account.lastTryAt && account.lastTryAt !== account.lastSuccessAt && (
          <span>
            {t('oncalls.accounts.lastTry')} <TimeAgo at={account.lastTryAt} />
          </span>
        )}
        <AccountRequests account={account} />
        {account.nextTryAt && (
          <span>
            {t('oncalls.accounts.nextTry', {
              time: momentText(account.nextTryAt),
            })}
          </span>
        )}
      </div>
      {error && <div>{error}</div>}
    </li>
  );
}
