import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import { useState } from 'react';
import { useIncidentAccounts } from '../../../hooks/incidents/useIncidentAccounts';
import { useUnmapped } from '../../../hooks/incidents/useUnmapped';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { ShowMore } from '../parts';
import { AccountChoice } from './AccountChoice';
import { SubjectRow } from './SubjectRow';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  list: { margin: 0, padding: theme.spacing(0, 2), listStyle: 'none' },
}));

/** What incidents are about that is no service yet, with what it may be. */
export function UnmappedTab() {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const [account, setAccount] = useState<string>();
  const [said, setSaid] = useState('');
  const accounts = useIncidentAccounts();
  const { first, items, hasMore, loadMore, moreState } = useUnmapped(account);
  const changed = (sentence: string) => {
    setSaid(sentence);
    if (first.kind === 'ready') first.reload();
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('incidentAdmin.unmapped.intro')}
      </Typography>
      {accounts.kind === 'ready' && (
        <AccountChoice
          accounts={accounts.value.map(each => each.account)}
          chosen={account}
          onChoose={setAccount}
        />
      )}
      <Typography variant="body2" role="status">
        {said}
      </Typography>
      <Async state={first}>
        {({ withoutSubject }) => (
          <>
            {withoutSubject > 0 && (
              <Typography variant="body2" component="div">
                <div>
                  {t('incidentAdmin.unmapped.withoutSubject', {
                    count: withoutSubject,
                  })}
                </div>
                <Link to={links.incidents()}>
                  {t('incidentAdmin.unmapped.withoutLink')}
                </Link>
              </Typography>
            )}
            {items.length === 0 ? (
              <StateMessage
                icon={<DoneIcon />}
                title={t('incidentAdmin.unmapped.none')}
              >
                {t('incidentAdmin.unmapped.noneText')}
              </StateMessage>
            ) : (
              <Paper variant="outlined">
                <ul
                  className={classes.list}
                  aria-label={t('incidentAdmin.unmapped.list')}
                >
                  {items.map(subject => (
                    <SubjectRow
                      key={`${subject.account} ${subject.kind} ${subject.id}`}
                      subject={subject}
                      onChanged={changed}
                    />
                  ))}
                </ul>
              </Paper>
            )}
          </>
        )}
      </Async>
      <ShowMore hasMore={hasMore} state={moreState} onMore={loadMore} />
    </div>
  );
}
