import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { FollowUpAddress } from '../../../hooks/incidents/useFollowUps';
import { useMe } from '../../../hooks/incidents/useMe';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  isFollowUpFiltered,
  withoutFollowUpFilters,
} from '../../../utils/incidents/followUpParams';
import { SmallButton } from '../../common';
import { FacetFilter } from '../../maturity/RankingPage/FacetFilter';
import { TextFilter } from '../../maturity/RankingPage/TextFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  clear: { textTransform: 'none' },
}));

/** What narrows the follow-ups. */
export function FollowUpFilters({ address }: { address: FollowUpAddress }) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const me = useMe();
  const mine = me !== undefined && params.assignee.includes(me);
  return (
    <section className={classes.root} aria-label={t('followUps.tab.filters')}>
      <TextFilter
        value={params.q}
        // Typing must not leave an entry in the history for every pause.
        onChange={q => change({ q }, { replace: true })}
        label={t('followUps.tab.search')}
        placeholder={t('followUps.tab.searchPlaceholder')}
      />
      <FacetFilter
        field="owner"
        filter={params.owner.length > 0 ? { owner: [...params.owner] } : {}}
        chosen={params.owner}
        names={{}}
        onChange={owner => change({ owner })}
      />
      {me && (
        <SmallButton
          aria-pressed={mine}
          onClick={() => change({ assignee: mine ? [] : [me] })}
        >
          {t('followUps.tab.mine')}
        </SmallButton>
      )}
      {isFollowUpFiltered(params) && (
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={() => change(withoutFollowUpFilters(params))}
        >
          {t('followUps.tab.clear')}
        </Button>
      )}
    </section>
  );
}
