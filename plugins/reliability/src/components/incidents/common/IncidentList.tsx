import { makeStyles } from '@material-ui/core/styles';
import type { IncidentItem } from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentRow } from './IncidentRow';

const useStyles = makeStyles({
  root: { margin: 0, padding: 0, listStyle: 'none' },
});

/** Incidents one below the other. */
export function IncidentList(props: {
  incidents: readonly IncidentItem[];
  label: string;
  /** Leaves out the services, where the list is of one. */
  ofOneService?: boolean;
}) {
  const { incidents, label, ofOneService } = props;
  const classes = useStyles();
  return (
    <ul className={classes.root} aria-label={label}>
      {incidents.map(incident => (
        <IncidentRow
          key={incident.id}
          incident={incident}
          ofOneService={ofOneService}
        />
      ))}
    </ul>
  );
}
