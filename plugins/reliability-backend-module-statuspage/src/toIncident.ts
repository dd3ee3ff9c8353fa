import {
  IncidentStatus,
  IncidentSubject,
  IncidentUpdate,
  ReportedIncident,
  ReportedPostmortem,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  reportedStamps,
  timeOf,
  webAddress,
} from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer, UpdateAnswer } from './answers';

const STATUSES: Readonly<Record<string, IncidentStatus>> = {
  investigating: 'open',
  identified: 'open',
  monitoring: 'mitigated',
  resolved: 'resolved',
  postmortem: 'resolved',
};

const MAINTENANCE = ['scheduled', 'in_progress', 'verifying', 'completed'];
const FELT = ['minor', 'major', 'critical'];

interface TimedUpdate extends UpdateAnswer {
  readonly at: number;
}

/** Work that was announced is no incident. */
export const isMaintenance = ({ impact, status }: IncidentAnswer): boolean =>
  impact === 'maintenance' || MAINTENANCE.includes(status ?? '');

/** Updates by the time that readers of the page see; a correction of a text does not move it. */
const updatesOf = ({ incident_updates: updates }: IncidentAnswer) =>
  updates
    .flatMap<TimedUpdate>(update => {
      const at = timeOf(update.display_at) ?? timeOf(update.created_at);
      return at === undefined ? [] : [{ ...update, at }];
    })
    .sort((a, b) => a.at - b.at);

/** Goes on after an update that said it was over. */
function reopenings(updates: readonly TimedUpdate[]): number[] {
  const times: number[] = [];
  let isOver = false;
  for (const { status, at } of updates) {
    const now = STATUSES[status ?? ''];
    if (isOver && (now === 'open' || now === 'mitigated')) times.push(at);
    if (now) isOver = now === 'resolved';
  }
  return times;
}

/** Components of the incident and of its updates: one may have been taken off when it was well again. */
function componentsOf(incident: IncidentAnswer): IncidentSubject[] {
  const touched = incident.incident_updates.flatMap(
    ({ affected_components: components }) =>
      components.map(({ code, name }) => ({ id: code, name })),
  );
  const byId = new Map<string, IncidentSubject>();
  for (const { id, name } of [...incident.components, ...touched]) {
    if (!id || byId.has(id)) continue;
    byId.set(id, { kind: 'component', id, ...(name && { label: name }) });
  }
  return [...byId.values()];
}

function postmortemOf(
  incident: IncidentAnswer,
  updates: readonly TimedUpdate[],
): ReportedPostmortem[] {
  const { postmortem_published_at: told, postmortem_body: body } = incident;
  if (incident.postmortem_ignored) return [];
  const posted = updates.find(({ status }) => status === 'postmortem');
  const isPublished = Boolean(told || posted);
  if (!isPublished && !body) return [];
  const url = webAddress(incident.shortlink);
  const publishedAt =
    (typeof told === 'string' ? timeOf(told) : undefined) ?? posted?.at;
  return [
    {
      ...(url && { url }),
      status: isPublished ? 'published' : 'draft',
      ...(publishedAt !== undefined && { publishedAt }),
    },
  ];
}

/** The text of the postmortem is told as an update as well. */
const toUpdates = (updates: readonly TimedUpdate[]): IncidentUpdate[] =>
  updates.flatMap(({ id, at, body, status }) => {
    if (status === 'postmortem' || !body) return [];
    const known = STATUSES[status ?? ''];
    return [{ id, at, text: body, ...(known && { status: known }) }];
  });

function stampsOf(
  incident: IncidentAnswer,
  updates: readonly TimedUpdate[],
  status: IncidentStatus,
): ReportedIncident['stamps'] {
  const isOver = status === 'resolved';
  const isBetter = isOver || status === 'mitigated';
  const said = updates.filter(each => each.status === 'resolved');
  return reportedStamps(
    {
      // One that was written down afterwards was never declared.
      declared: incident.backfilled ? undefined : timeOf(incident.created_at),
      resolved: isOver ? timeOf(incident.resolved_at) : undefined,
    },
    {
      impactStart: updates[0]?.at,
      // Left over from before it got worse again.
      mitigated: isBetter ? timeOf(incident.monitoring_at) : undefined,
      resolved: isOver ? said[said.length - 1]?.at : undefined,
    },
  );
}

/** An incident as a status page tells it. */
export function toIncident(incident: IncidentAnswer): ReportedIncident {
  const updates = updatesOf(incident);
  const isResolved = timeOf(incident.resolved_at) !== undefined;
  const status =
    STATUSES[incident.status ?? ''] ?? (isResolved ? 'resolved' : 'open');
  const url = webAddress(incident.shortlink);
  const createdAt = Date.parse(incident.created_at);
  return {
    externalId: incident.id,
    ...(url && { url }),
    title: incident.name || 'An incident without a name',
    updatedAt: timeOf(incident.updated_at) ?? createdAt,
    status,
    severity: incident.impact || null,
    stamps: stampsOf(incident, updates, status),
    reopenedAt: reopenings(updates),
    isTest: false,
    isPrivate: false,
    // "none" is what a page says of whatever has no component, and no promise.
    customerImpact: FELT.includes(incident.impact ?? '') ? true : null,
    subjects: componentsOf(incident),
    entityRefs: [],
    responders: [],
    pages: [],
    updates: toUpdates(updates),
    postmortems: postmortemOf(incident, updates),
    followUps: [],
  };
}
