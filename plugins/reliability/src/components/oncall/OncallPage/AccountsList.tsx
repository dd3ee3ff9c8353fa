import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useOncallAccounts } from '../../../hooks/oncall/useOncall';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { AccountRow } from './AccountRow';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** How each account at a provider does. */
export function AccountsList() {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Async state={useOncallAccounts()}>
      {({ items }) => (
        <Paper variant="outlined">
          {items.length === 0 ? (
            <StateMessage title={t('oncalls.accounts.none')}>
              {t('oncalls.accounts.noneText')}
            </StateMessage>
          ) : (
            <ul
              className={classes.list}
              aria-label={t('oncalls.accounts.caption')}
            >
              {items.map(account => (
                <AccountRow key={account.name} account={account} />
              ))}
            </ul>
          )}
        </Paper>
      )}
    </Async>
  );
}
