import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  useFollowUpParams,
  useFollowUps,
} from '../../../hooks/incidents/useFollowUps';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { FollowUpCounts } from './FollowUpCounts';
import { FollowUpFilters } from './FollowUpFilters';
import { FollowUpPage } from './FollowUpPage';
import { TeamTable } from './TeamTable';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
}));

/** The follow-ups of the company, the overdue ones first; filters and page live in the address. */
export function FollowUpsTab() {
  const classes = useStyles();
  const { t } = useTranslation();
  const address = useFollowUpParams();
  const state = useFollowUps(address.params);
  const [said, setSaid] = useState('');
  const changed = (sentence: string) => {
    setSaid(sentence);
    if (state.kind === 'ready') state.reload();
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('followUps.tab.intro')}
      </Typography>
      <FollowUpFilters address={address} />
      <Typography variant="body2" role="status">
        {said}
      </Typography>
      <Async state={state}>
        {(page, refreshing) => (
          <>
            <FollowUpCounts counts={page.counts} address={address} />
            <FollowUpPage
              page={page}
              refreshing={refreshing}
              address={address}
              onChanged={changed}
            />
            <TeamTable
              items={page.items}
              onChoose={team => address.change({ owner: [team] })}
            />
          </>
        )}
      </Async>
    </div>
  );
}
