import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useIncident } from '../../../hooks/incidents/useIncident';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { ServiceSkeleton } from '../../maturity/EntityReliabilityContent/ServiceSkeleton';
import { PeopleProvider } from '../../oncall/common';
import { StaleNotice } from '../common';
import { EditIncidentDialog } from '../EditIncidentDialog';
import { FollowUpList } from '../followUps';
import { AroundSection } from './AroundSection';
import { ContestedSection } from './ContestedSection';
import { EditsSection } from './EditsSection';
import { IncidentHead } from './IncidentHead';
import { NextSteps } from './NextSteps';
import { PeopleSection } from './PeopleSection';
import { SpendsSection } from './SpendsSection';
import { StampsSection } from './StampsSection';
import { SubjectsSection } from './SubjectsSection';
import { TimelineSection } from './TimelineSection';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 3fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
}));

/** Everybody whom the page names, each once. */
const peopleOf = ({ responders, timeline }: IncidentResponse) => {
  const people = [
    ...responders.map(({ person }) => person),
    ...timeline.flatMap(({ person }) => person ?? []),
  ];
  return [...new Map(people.map(person => [person.key, person])).values()];
};

function Incident(props: {
  incident: IncidentResponse;
  onChanged: (incident: IncidentResponse) => void;
  onReload: () => void;
}) {
  const { incident, onChanged, onReload } = props;
  const classes = useStyles();
  const [editing, setEditing] = useState(false);
  const edit = () => setEditing(true);
  return (
    <PeopleProvider people={peopleOf(incident)}>
      <IncidentHead incident={incident} onEdit={edit} />
      <NextSteps incident={incident} onChanged={onChanged} onEdit={edit} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <TimelineSection incident={incident} onChanged={onChanged} />
          <FollowUpList
            incidentId={incident.id}
            items={incident.followUpItems}
            canEdit={incident.canEdit}
            onChanged={onReload}
          />
          <ContestedSection contested={incident.contested} />
          <SpendsSection spends={incident.spends} />
        </div>
        <div className={classes.column}>
          <StampsSection incident={incident} />
          <PeopleSection incident={incident} />
          <AroundSection incident={incident} />
          <SubjectsSection incident={incident} />
          <EditsSection edits={incident.edits} provider={incident.provider} />
        </div>
      </div>
      {editing && (
        <EditIncidentDialog
          incident={incident}
          onClose={() => setEditing(false)}
          onWritten={written => {
            setEditing(false);
            onChanged(written);
          }}
        />
      )}
    </PeopleProvider>
  );
}

/** One incident: what happened, what is left to do, and what it took. Read again while it goes on. */
export function IncidentPage({ id }: { id: string }) {
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const state = useIncident(id);
  return (
    <div className={classes.root}>
      <div>
        <Link to={links.incidents()}>{t('incidentPage.back')}</Link>
      </div>
      <StaleNotice stale={state.stale} />
      <Async state={state} loading={<ServiceSkeleton />}>
        {incident =>
          state.kind === 'ready' && (
            <Incident
              incident={incident}
              onChanged={state.replace}
              onReload={state.reload}
            />
          )
        }
      </Async>
    </div>
  );
}
