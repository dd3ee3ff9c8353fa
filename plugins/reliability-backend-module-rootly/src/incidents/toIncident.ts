import {
  FollowUpStatus,
  IncidentPerson,
  IncidentStatus,
  IncidentSubject,
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
  BesideAnswer,
  IncidentAnswer,
  PersonAnswer,
  WholeAnswer,
} from './answers';

type Attributes = IncidentAnswer['attributes'];

const STATUSES: Readonly<Record<string, IncidentStatus>> = {
  in_triage: 'triage',
  started: 'open',
  detected: 'open',
  acknowledged: 'acknowledged',
  mitigated: 'mitigated',
  resolved: 'resolved',
  closed: 'closed',
  cancelled: 'declined',
};

const EXERCISES = ['test', 'test_sub', 'example', 'example_sub'];

const ACTIONS: Readonly<Record<string, FollowUpStatus>> = {
  open: 'open',
  in_progress: 'in-progress',
  done: 'done',
  cancelled: 'wont-do',
};

function stampsOf(own: Attributes, status: IncidentStatus): StampTimes {
  const isOver = status === 'resolved' || status === 'closed';
  return {
    impactStart: timeOf(own.started_at),
    detected: timeOf(own.detected_at),
    // One that is entered after the fact was not declared when it was entered.
    declared:
      own.kind === 'backfilled'
        ? timeOf(own.in_triage_at)
        : timeOf(own.created_at),
    acknowledged: timeOf(own.acknowledged_at),
    mitigated: timeOf(own.mitigated_at),
    // Left over from before it was reopened.
    resolved: isOver ? timeOf(own.resolved_at) : undefined,
    closed: isOver ? timeOf(own.closed_at) : undefined,
  };
}

const personOf = (
  person: PersonAnswer | null | undefined,
): IncidentPerson[] => {
  const name = person?.full_name ?? person?.name ?? person?.email;
  const id = person?.id ?? person?.email;
  return id && name
    ? [
        {
          id,
          name,
          ...(person?.email && { email: person.email.toLowerCase() }),
        },
      ]
    : [];
};

function toFollowUp({ id, attributes: own }: BesideAnswer): ReportedFollowUp {
  const [owner] = personOf(own.assigned_to);
  const dueAt = timeOf(own.due_date);
  const doneAt = timeOf(own.completed_at);
  const issue = webAddress(own.jira_issue_url);
  const url = webAddress(own.url);
  return {
    externalId: id,
    title: own.summary ?? own.title ?? 'A follow-up without a title',
    status: ACTIONS[own.status ?? ''] ?? 'open',
    ...(owner && { owner }),
    ...(dueAt !== undefined && { dueAt }),
    ...(doneAt !== undefined && { doneAt }),
    ...(own.jira_issue_key && {
      ticket: {
        system: 'jira',
        key: own.jira_issue_key,
        ...(issue && { url: issue }),
      },
    }),
    ...(url && { url }),
  };
}

function toPostmortem({
  id,
  attributes: own,
}: BesideAnswer): ReportedPostmortem {
  const url = webAddress(own.url);
  const publishedAt = timeOf(own.published_at);
  return {
    externalId: id,
    status: own.status === 'published' ? 'published' : 'draft',
    ...(own.title && { title: own.title }),
    ...(url && { url }),
    ...(publishedAt !== undefined && { publishedAt }),
  };
}

/** A service is known by its slug and by its id; only one of the two is offered for a mapping. */
const subjectsOf = ({ services }: Attributes): IncidentSubject[] =>
  (services ?? []).flatMap(({ id, slug, name }) => [
    ...(slug ? [{ kind: 'service', id: slug, label: name ?? slug }] : []),
    ...(id ? [{ kind: 'service-id', id, ...(!slug && { label: name }) }] : []),
  ]);

/**
 * An incident as this account tells it. The texts and people of a private one are left out here already.
 *
 * @param now - stands in for a time of change that is not told; milliseconds since the epoch
 */
export function toIncident(
  { incident, beside }: WholeAnswer,
  now: number,
): ReportedIncident {
  const { id, attributes: own } = incident;
  const isPrivate = own.private ?? false;
  const duplicate = own.duplicate_incident_id;
  const status = duplicate ? 'merged' : STATUSES[own.status ?? ''] ?? 'open';
  const url = webAddress(own.url);
  const of = (type: RegExp) =>
    isPrivate ? [] : beside.filter(each => type.test(each.type));
  return {
    externalId: id,
    ...(own.sequential_id && { reference: `#${own.sequential_id}` }),
    ...(url && { url }),
    title: isPrivate
      ? 'Private incident'
      : own.title ?? 'An incident without a name',
    ...(own.summary && !isPrivate && { summary: own.summary }),
    updatedAt: timeOf(own.updated_at) ?? now,
    status,
    severity: own.severity?.name ?? own.severity?.slug ?? null,
    stamps: reportedStamps(stampsOf(own, status)),
    reopenedAt: [],
    isTest: EXERCISES.includes(own.kind ?? ''),
    isPrivate,
    ...(duplicate && { mergedInto: duplicate }),
    ...(own.cause && !isPrivate && { cause: own.cause }),
    customerImpact: null,
    subjects: subjectsOf(own),
    entityRefs: [],
    responders: [],
    pages: [],
    updates: [],
    postmortems: of(/post_mortem/).map(toPostmortem),
    followUps: of(/action_item/).map(toFollowUp),
  };
}
