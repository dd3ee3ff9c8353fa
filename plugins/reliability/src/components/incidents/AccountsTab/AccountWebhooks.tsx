import { makeStyles } from '@material-ui/core/styles';
import type { IncidentAccount } from '../../../hooks/incidents/useIncidentAccounts';
import { useTranslation } from '../../../hooks/useTranslation';
import { TimeAgo } from '../../common';
import { CopyButton } from '../../slo/common';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
  },
  address: {
    fontFamily: 'Menlo, Consolas, monospace',
    fontSize: '0.75rem',
    padding: '1px 4px',
    borderRadius: 3,
    backgroundColor: theme.palette.action.hover,
  },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** Where a provider sends its webhooks for an account, and what came. */
export function AccountWebhooks({ account }: { account: IncidentAccount }) {
  const { webhooks, webhookUrl } = account;
  const classes = useStyles();
  const { t } = useTranslation();
  if (!webhooks || !webhookUrl) {
    return (
      <div className={classes.quiet}>
        {t('incidentAdmin.accounts.noWebhooks')}
      </div>
    );
  }
  return (
    <>
      <div className={classes.line}>
        <span>{t('incidentAdmin.accounts.webhook')}</span>
        <code className={classes.address}>{webhookUrl}</code>
        <CopyButton
          text={webhookUrl}
          label={t('incidentAdmin.accounts.webhookCopy', {
            account: account.account,
          })}
        />
      </div>
      <div className={`${classes.line} ${classes.quiet}`}>
        <span>
          {t('incidentAdmin.accounts.received', { count: webhooks.received })}
        </span>
        {webhooks.waiting > 0 && (
          <span>
            {t('incidentAdmin.accounts.waiting', { count: webhooks.waiting })}
          </span>
        )}
        {webhooks.lastAt && (
          <span>
            {t('incidentAdmin.accounts.lastCall')}{' '}
            <TimeAgo at={webhooks.lastAt} />
          </span>
        )}
        <span>{t('incidentAdmin.accounts.webhookHelp')}</span>
      </div>
    </>
  );
}
