import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** One account or all of them; with one there is nothing to choose. */
export function AccountChoice(props: {
  accounts: readonly string[];
  chosen: string | undefined;
  onChoose: (account: string | undefined) => void;
}) {
  const { accounts, chosen, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (accounts.length < 2) return null;
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('incidentAdmin.unmapped.account')}
    >
      {[undefined, ...accounts].map(account => (
        <SmallButton
          key={account ?? ''}
          aria-pressed={account === chosen}
          onClick={() => onChoose(account)}
        >
          {account ?? t('incidentAdmin.unmapped.allAccounts')}
        </SmallButton>
      ))}
    </div>
  );
}
