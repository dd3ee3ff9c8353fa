import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { usePatchIncident } from '../../../hooks/incidents/useIncidentWrites';
import { useTranslation } from '../../../hooks/useTranslation';
import { refusalOf, SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

type Next = 'acknowledged' | 'mitigated' | 'resolved' | 'closed' | 'open';

/** Where an incident that is recorded here can go from where it is. */
const ways: Partial<Record<IncidentResponse['status'], readonly Next[]>> = {
  triage: ['acknowledged', 'resolved'],
  open: ['acknowledged', 'mitigated', 'resolved'],
  acknowledged: ['mitigated', 'resolved'],
  mitigated: ['resolved'],
  resolved: ['closed', 'open'],
  closed: ['open'],
};

/** Takes an incident that is recorded here a step further; the time of it is now. */
export function StatusButtons(props: {
  incident: IncidentResponse;
  onChanged: (incident: IncidentResponse) => void;
}) {
  const { incident, onChanged } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { state, run } = usePatchIncident(incident.id, onChanged);
  const refusal = refusalOf(state, {
    forbidden: t('incidentPage.next.refused.forbidden'),
    failed: message => t('incidentPage.next.refused.failed', { message }),
  });
  return (
    <div>
      <div
        className={classes.root}
        role="group"
        aria-label={t('incidentPage.next.statuses')}
      >
        {(ways[incident.status] ?? []).map(status => (
          <SmallButton
            key={status}
            disabled={state.kind === 'running'}
            onClick={() => run({ status })}
          >
            {t(`incidentPage.next.set.${status}`)}
          </SmallButton>
        ))}
      </div>
      <div role="alert">
        {refusal && <Typography variant="body2">{refusal}</Typography>}
      </div>
    </div>
  );
}
