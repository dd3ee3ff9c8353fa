import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ListIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { IncidentAddress } from '../../../hooks/incidents/useIncidents';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: '0.8125rem',
  },
}));

/** What needs somebody, as ways to see only that. */
export function CountLinks(props: {
  counts: ListIncidentsResponse['counts'];
  address: IncidentAddress;
}) {
  const { counts, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const active = params.status.join() === 'active';
  const overdue = params.postmortem.join() === 'overdue';
  return (
    <ul className={classes.root} aria-label={t('incidents.counts.label')}>
      <li>
        <SmallButton
          aria-pressed={active}
          onClick={() => change({ status: active ? [] : ['active'] })}
        >
          {t('incidents.counts.active', { count: counts.active })}
        </SmallButton>
      </li>
      <li>
        <SmallButton
          aria-pressed={overdue}
          onClick={() => change({ postmortem: overdue ? [] : ['overdue'] })}
        >
          {t('incidents.counts.postmortems', {
            count: counts.postmortemsOverdue,
          })}
        </SmallButton>
      </li>
      <li>
        <Link to={`${links.incidents('follow-ups')}&overdue=true`}>
          {t('incidents.counts.followUps', { count: counts.followUpsOverdue })}
        </Link>
      </li>
      {counts.unmapped !== null && counts.unmapped > 0 && (
        <li>
          <Link to={links.incidents('unmapped')}>
            {t('incidents.unmapped', { count: counts.unmapped })}
          </Link>
        </li>
      )}
    </ul>
  );
}
