import {
  FollowUpStatus,
  IncidentPerson,
  IncidentStatus,
  ReportedFollowUp,
  ReportedIncident,
  ReportedPostmortem,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  reportedStamps,
  StampTimes,
  timeOf,
  webAddress,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  IncidentAnswer,
  ReportAnswer,
  TicketAnswer,
  UserAnswer,
} from './answers';

/** Milestones of the usual lifecycle; others leave an incident open. */
const STATUSES: Readonly<Record<string, IncidentStatus>> = {
  started: 'open',
  detected: 'open',
  acknowledged: 'acknowledged',
  investigating: 'acknowledged',
  identified: 'acknowledged',
  mitigated: 'mitigated',
  resolved: 'resolved',
  postmortem_started: 'resolved',
  postmortem_completed: 'resolved',
  retrospective_started: 'resolved',
  retrospective_completed: 'resolved',
  closed: 'closed',
};

const TICKETS: Readonly<Record<string, FollowUpStatus>> = {
  open: 'open',
  in_progress: 'in-progress',
  done: 'done',
  cancelled: 'wont-do',
};

/** When each milestone was last reached; the phases go before the older plain list. */
function milestonesOf(incident: IncidentAnswer): Map<string, number> {
  const times = new Map<string, number>();
  const phases = incident.lifecycle_phases.flatMap(
    ({ milestones }) => milestones,
  );
  for (const { slug, type, occurred_at: text } of [
    ...incident.milestones,
    ...phases,
  ]) {
    const name = slug ?? type;
    const at = timeOf(text);
    if (name && at !== undefined) times.set(name, at);
  }
  return times;
}

function stampsOf(
  incident: IncidentAnswer,
  status: IncidentStatus,
): StampTimes {
  const times = milestonesOf(incident);
  const isOver = status === 'resolved' || status === 'closed';
  return {
    impactStart: times.get('started'),
    detected: times.get('detected'),
    declared: timeOf(incident.created_at),
    acknowledged: times.get('acknowledged'),
    mitigated: times.get('mitigated'),
    // Left over from before it was reopened.
    resolved: isOver ? times.get('resolved') : undefined,
    closed: isOver ? times.get('closed') : undefined,
  };
}

const personOf = (user: UserAnswer | null | undefined): IncidentPerson[] =>
  user
    ? [
        {
          id: user.id,
          name: user.name ?? user.email ?? user.id,
          ...(user.email && { email: user.email.toLowerCase() }),
        },
      ]
    : [];

/** The ticket of the incident itself is none. */
function toFollowUp(ticket: TicketAnswer): ReportedFollowUp[] {
  if (ticket.type === 'incident') return [];
  const [owner] = ticket.assignees.flatMap(personOf);
  const dueAt = timeOf(ticket.due_at);
  const url = webAddress(ticket.link?.href_url);
  const key = ticket.link?.display_text;
  return [
    {
      externalId: ticket.id,
      title: ticket.summary ?? 'A follow-up without a title',
      status: TICKETS[ticket.state ?? ''] ?? 'open',
      ...(owner && { owner }),
      ...(dueAt !== undefined && { dueAt }),
      ...(url && key && { ticket: { system: 'ticket', key, url } }),
      ...(url && !key && { url }),
    },
  ];
}

function toPostmortem(report: ReportAnswer): ReportedPostmortem {
  const url = webAddress(report.url);
  const publishedAt = timeOf(report.published_at);
  return {
    externalId: report.id,
    status: publishedAt === undefined ? 'draft' : 'published',
    ...(report.name && { title: report.name }),
    ...(url && { url }),
    ...(publishedAt !== undefined && { publishedAt }),
  };
}

function peopleOf({
  role_assignments: roles,
}: IncidentAnswer): ReportedIncident['responders'] {
  return roles.flatMap(({ user, incident_role: role }) =>
    personOf(user).map(person => ({
      person,
      ...(role?.name && { role: role.name }),
    })),
  );
}

/**
 * An incident as this account tells it. The texts and people of a restricted one are left out here already.
 *
 * @param exercises - severities that say that it is none, in small letters
 * @param now - stands in for a time of change that is not told; milliseconds since the epoch
 */
export function toIncident(
  incident: IncidentAnswer,
  reports: readonly ReportAnswer[],
  exercises: readonly string[],
  now: number,
): ReportedIncident {
  const status = STATUSES[incident.current_milestone ?? ''] ?? 'open';
  const stamps = reportedStamps(stampsOf(incident, status));
  const url = webAddress(incident.incident_url);
  const severity = incident.severity || null;
  const isPrivate = incident.restricted ?? false;
  const summary = incident.summary || incident.description;
  const impacted = (incident.customers_impacted ?? 0) > 0;
  return {
    externalId: incident.id,
    ...(incident.number && { reference: `#${incident.number}` }),
    ...(url && { url }),
    title: isPrivate
      ? 'Private incident'
      : incident.name ?? 'An incident without a name',
    ...(summary && !isPrivate && { summary }),
    updatedAt: timeOf(incident.updated_at) ?? now,
    status,
    severity,
    stamps,
    reopenedAt: [],
    isTest: severity !== null && exercises.includes(severity.toLowerCase()),
    isPrivate,
    // Nobody said that there was none.
    customerImpact: impacted ? true : null,
    subjects: incident.services.flatMap(({ name }) =>
      name ? [{ kind: 'service', id: name, label: name }] : [],
    ),
    entityRefs: [],
    responders: isPrivate ? [] : peopleOf(incident),
    pages: [],
    updates: [],
    postmortems: isPrivate ? [] : reports.map(toPostmortem),
    followUps: isPrivate ? [] : incident.incident_tickets.flatMap(toFollowUp),
  };
}
