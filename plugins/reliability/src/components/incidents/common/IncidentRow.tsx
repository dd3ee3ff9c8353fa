import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  isOpen,
  type IncidentItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../hooks/useLinks';
import { DurationText } from './DurationText';
import { FollowUpsMark } from './FollowUpsMark';
import { IncidentFlags } from './IncidentFlags';
import { IncidentServices } from './IncidentServices';
import { IncidentStatusMark } from './IncidentStatusMark';
import { Moment } from './Moment';
import { PostmortemMark } from './PostmortemMark';
import { SeverityChip } from './SeverityChip';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '150px minmax(0, 5fr) minmax(0, 2.5fr) minmax(0, 3fr)',
    gap: theme.spacing(0.75, 2),
    padding: theme.spacing(1.25, 2),
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:hover, &:focus-within': { backgroundColor: theme.palette.action.hover },
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  marks: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    [theme.breakpoints.down('sm')]: {
      flexDirection: 'row',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: theme.spacing(1.5),
    },
  },
  what: { display: 'grid', gap: theme.spacing(0.5), alignContent: 'start' },
  title: { fontWeight: 600, fontSize: '0.875rem' },
  quiet: { color: theme.palette.text.secondary },
}));

/** An incident of a list: what, when, how long, and what is owed for it. */
export function IncidentRow(props: {
  incident: IncidentItem;
  /** Leaves out the services, where the list is of one. */
  ofOneService?: boolean;
}) {
  const { incident, ofOneService } = props;
  const { id, reference, status, severity, postmortem } = incident;
  const classes = useStyles();
  const link = useLinks().incident(id);
  return (
    <li className={classes.root}>
      <div className={classes.marks}>
        <SeverityChip severity={severity} />
        <IncidentStatusMark status={status} />
      </div>
      <div className={classes.what}>
        <div>
          <span className={classes.quiet}>{reference}</span>{' '}
          <Link to={link} className={classes.title}>
            {incident.title}
          </Link>
        </div>
        {!ofOneService && <IncidentServices services={incident.services} />}
        <IncidentFlags incident={incident} />
      </div>
      <div>
        <Moment at={incident.startedAt} />
        <div className={classes.quiet}>
          <DurationText ms={incident.durationMs} open={isOpen(status)} />
        </div>
      </div>
      <div className={classes.marks}>
        {postmortem.state !== 'not-required' && (
          <PostmortemMark {...postmortem} />
        )}
        <FollowUpsMark {...incident.followUps} />
      </div>
    </li>
  );
}
