import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { HiddenNames } from '../../oncall/common';
import { Section } from '../../maturity/Section';
import { TimelineLine } from './TimelineLine';
import { UpdateForm } from './UpdateForm';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  form: { marginTop: theme.spacing(2) },
}));

/** What happened, the oldest first, and a way to add what happens now. */
export function TimelineSection(props: {
  incident: IncidentResponse;
  onChanged: (incident: IncidentResponse) => void;
}) {
  const { incident, onChanged } = props;
  const { timeline, namesHidden, canEdit, isPrivate } = incident;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Section title={t('incidentPage.timeline.title')}>
      {namesHidden && <HiddenNames />}
      {timeline.length === 0 && (
        <Typography variant="body2">
          {t('incidentPage.timeline.empty')}
        </Typography>
      )}
      <ol
        className={classes.list}
        aria-label={t('incidentPage.timeline.label')}
      >
        {timeline.map(event => (
          <TimelineLine key={event.id} event={event} />
        ))}
      </ol>
      {canEdit && !isPrivate && (
        <div className={classes.form}>
          <UpdateForm incidentId={incident.id} onChanged={onChanged} />
        </div>
      )}
    </Section>
  );
}
