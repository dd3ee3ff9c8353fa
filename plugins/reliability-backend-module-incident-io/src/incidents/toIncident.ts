import {
  FollowUpStatus,
  IncidentStatus,
  IncidentUpdate,
  PostmortemStatus,
  ReportedFollowUp,
  ReportedIncident,
  ReportedPostmortem,
  StampName,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  reportedStamps,
  timeOf,
  webAddress,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  DocumentAnswer,
  FollowUpAnswer,
  IncidentAnswer,
  IncidentDetails,
  UpdateAnswer,
} from './answers';
import { alertKeyOf, firstAnswer, pagesOf } from './pages';
import { personOf } from './people';
import { timestampsOf } from './stamps';
import { causeOf, subjectsOfIncident } from './subjects';

/** What the configuration says of the words of an account. */
export interface IncidentWords {
  readonly stamps: ReadonlyMap<string, StampName>;
  readonly serviceFields?: readonly string[];
  readonly causeField?: string;
}

/** A paused one is still worked on; a learning one is over and not yet written up. */
const STATUSES: Readonly<Record<string, IncidentStatus>> = {
  triage: 'triage',
  declined: 'declined',
  canceled: 'declined',
  merged: 'merged',
  live: 'open',
  paused: 'open',
  learning: 'resolved',
  closed: 'closed',
};

const OVER: readonly IncidentStatus[] = ['resolved', 'closed'];

const FOLLOW_UPS: Readonly<Record<string, FollowUpStatus>> = {
  outstanding: 'open',
  completed: 'done',
  not_doing: 'wont-do',
};

const DOCUMENTS: Readonly<Record<string, PostmortemStatus>> = {
  in_progress: 'draft',
  in_review: 'in-review',
  completed: 'published',
};

const byTime = (updates: readonly UpdateAnswer[]) =>
  updates
    .flatMap(update => {
      const at = timeOf(update.created_at);
      const category = update.new_incident_status?.category;
      const status = category ? STATUSES[category] : undefined;
      return at === undefined ? [] : [{ update, at, status }];
    })
    .sort((a, b) => a.at - b.at);

/** Times at which an incident went on that had been over. */
function reopenings(updates: readonly UpdateAnswer[]): number[] {
  let isOver = false;
  return byTime(updates).flatMap(({ at, status }) => {
    if (!status) return [];
    const again = isOver && status === 'open';
    isOver = OVER.includes(status);
    return again ? [at] : [];
  });
}

const toUpdates = (updates: readonly UpdateAnswer[]): IncidentUpdate[] =>
  byTime(updates).map(({ update, at, status }) => {
    const by = personOf(update.updater?.user);
    return {
      id: update.id,
      at,
      text: update.message ?? '',
      ...(status && { status }),
      ...(by && { by }),
    };
  });

function toFollowUp(followUp: FollowUpAnswer): ReportedFollowUp[] {
  // One that was deleted is told for ever.
  if (followUp.status === 'deleted') return [];
  const owner = personOf(followUp.assignee);
  const doneAt = timeOf(followUp.completed_at);
  const issue = followUp.external_issue_reference;
  const url = webAddress(issue?.issue_permalink);
  return [
    {
      externalId: followUp.id,
      title: followUp.title ?? 'A follow-up without a title',
      status: FOLLOW_UPS[followUp.status ?? ''] ?? 'open',
      ...(owner && { owner }),
      ...(doneAt !== undefined && { doneAt }),
      ...(issue?.issue_name && {
        ticket: {
          system: issue.provider ?? 'ticket',
          key: issue.issue_name,
          ...(url && { url }),
        },
      }),
    },
  ];
}

function toPostmortems(
  documents: readonly DocumentAnswer[],
  { postmortem_document_url: linked }: IncidentAnswer,
  isPrivate: boolean,
): ReportedPostmortem[] {
  if (documents.length === 0) {
    const url = webAddress(linked);
    return url && !isPrivate ? [{ url, status: 'draft' }] : [];
  }
  return documents.map(({ id, title, status, document_url: address }) => {
    const url = webAddress(address);
    return {
      externalId: id,
      status: DOCUMENTS[status ?? ''] ?? 'draft',
      ...(url && !isPrivate && { url }),
      ...(title && !isPrivate && { title }),
    };
  });
}

function stampsOf(
  incident: IncidentAnswer,
  status: IncidentStatus,
  { escalations }: IncidentDetails,
  words: IncidentWords,
): ReportedIncident['stamps'] {
  const own = timestampsOf(incident, words.stamps);
  // A retrospective is written after the fact: when it was created says nothing of the incident.
  const created =
    incident.mode === 'retrospective' ? undefined : timeOf(incident.created_at);
  const isOver = !['triage', 'open'].includes(status);
  return reportedStamps({
    ...own,
    declared: own.declared ?? created,
    acknowledged: own.acknowledged ?? firstAnswer(escalations),
    // Left over from before it was reopened.
    resolved: isOver ? own.resolved : undefined,
    closed: isOver ? own.closed : undefined,
  });
}

const respondersOf = ({
  incident_role_assignments: roles,
}: IncidentAnswer): ReportedIncident['responders'] =>
  (roles ?? []).flatMap(each => {
    const person = personOf(each?.assignee);
    const role = each?.role?.name;
    return person ? [{ person, ...(role && { role }) }] : [];
  });

/**
 * An incident as this account tells it. The texts and people of a private one are left out here already.
 *
 * @param now - stands in for a time of change that is not told; milliseconds since the epoch
 */
export function toIncident(
  incident: IncidentAnswer,
  details: IncidentDetails,
  words: IncidentWords,
  now: number,
): ReportedIncident {
  const told = STATUSES[incident.incident_status?.category ?? ''] ?? 'open';
  const stamps = stampsOf(incident, told, details, words);
  const isPrivate = incident.visibility === 'private';
  const merged = details.updates.find(each => each.merged_into_incident_id);
  const cause = causeOf(incident, words.causeField);
  const key = alertKeyOf(details.escalations);
  const url = webAddress(incident.permalink);
  const pages = pagesOf(details.escalations);
  return {
    externalId: incident.id,
    ...(incident.reference && { reference: incident.reference }),
    ...(url && { url }),
    title: isPrivate
      ? 'Private incident'
      : incident.name ?? incident.reference ?? 'An incident without a name',
    ...(!isPrivate && incident.summary && { summary: incident.summary }),
    updatedAt:
      timeOf(incident.updated_at) ?? timeOf(incident.created_at) ?? now,
    status: told === 'open' && stamps.mitigated ? 'mitigated' : told,
    severity: incident.severity?.name ?? null,
    stamps,
    reopenedAt: reopenings(details.updates),
    isTest: ['test', 'tutorial'].includes(incident.mode ?? ''),
    isPrivate,
    ...(told === 'merged' &&
      merged?.merged_into_incident_id && {
        mergedInto: merged.merged_into_incident_id,
      }),
    ...(!isPrivate && key && { dedupeKey: key }),
    ...(!isPrivate && cause && { cause }),
    customerImpact: null,
    ...subjectsOfIncident(incident, words.serviceFields),
    responders: isPrivate ? [] : respondersOf(incident),
    pages: isPrivate ? pages.map(page => ({ ...page, person: null })) : pages,
    updates: isPrivate ? [] : toUpdates(details.updates),
    postmortems: toPostmortems(details.documents, incident, isPrivate),
    followUps: isPrivate ? [] : details.followUps.flatMap(toFollowUp),
  };
}
