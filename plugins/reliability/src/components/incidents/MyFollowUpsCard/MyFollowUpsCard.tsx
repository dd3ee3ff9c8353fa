import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useFirstFollowUps } from '../../../hooks/incidents/useFollowUps';
import { useLinks } from '../../../hooks/useLinks';
import { useMyOwnerRefs } from '../../../hooks/useMyOwnerRefs';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { FollowUpLines } from '../parts';

const SHOWN = 5;

const useStyles = makeStyles(theme => ({
  root: { ...theme.typography.body2, display: 'grid', gap: theme.spacing(1) },
}));

/** The follow-ups of these users and groups. */
function FollowUpsOf({ owners }: { owners: string[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const search = new URLSearchParams(owners.map(each => ['assignee', each]));
  return (
    <Async state={useFirstFollowUps({ assignee: owners }, SHOWN)} dense>
      {page =>
        page.items.length === 0 ? (
          <StateMessage title={t('followUps.card.mineNone')} dense>
            {t('followUps.card.mineNoneText')}
          </StateMessage>
        ) : (
          <div className={classes.root}>
            <FollowUpLines page={page} label={t('followUps.card.mine')} />
            <Link to={`${links.incidents('follow-ups')}&${search}`}>
              {t('followUps.card.all', { count: page.totalItems })}
            </Link>
          </div>
        )
      }
    </Async>
  );
}

/**
 * What fills the home page widget: the follow-ups of incidents that the reader and their groups have to do. The
 * frame and the title are the home page's.
 *
 * @public
 */
export function MyFollowUpsCard() {
  return (
    <Async state={useMyOwnerRefs()} dense>
      {owners => <FollowUpsOf owners={owners} />}
    </Async>
  );
}
