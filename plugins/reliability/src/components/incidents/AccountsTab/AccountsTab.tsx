import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useIncidentAccounts } from '../../../hooks/incidents/useIncidentAccounts';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { AccountRow } from './AccountRow';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

/** Where incidents come from, and how each of these does. */
export function AccountsTab() {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('incidentAdmin.accounts.intro')}
      </Typography>
      <Async state={useIncidentAccounts()}>
        {accounts => (
          <Paper variant="outlined">
            {accounts.length === 0 ? (
              <StateMessage title={t('incidentAdmin.accounts.none')}>
                {t('incidentAdmin.accounts.noneText')}
              </StateMessage>
            ) : (
              <ul
                className={classes.list}
                aria-label={t('incidentAdmin.accounts.list')}
              >
                {accounts.map(account => (
                  <AccountRow key={account.account} account={account} />
                ))}
              </ul>
            )}
          </Paper>
        )}
      </Async>
    </div>
  );
}
