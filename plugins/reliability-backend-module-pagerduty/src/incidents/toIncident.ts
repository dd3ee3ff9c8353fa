import {
  IncidentStatus,
  IncidentSubject,
  ReportedIncident,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  reportedStamps,
  timeOf,
  webAddress,
} from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer } from './answers';
import { Story } from './story';

const STATUSES: Record<IncidentAnswer['status'], IncidentStatus> = {
  triggered: 'open',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
};

function subjectsOf({ service }: IncidentAnswer): IncidentSubject[] {
  if (!service?.id) return [];
  const label = service.name ?? service.summary;
  const url = webAddress(service.html_url);
  return [
    {
      kind: 'service',
      id: service.id,
      ...(label && { label }),
      ...(url && { url }),
    },
  ];
}

/**
 * How loudly somebody is called is no severity: it has a word of its own, which the usual map of severities does not
 * have, or every page would count as a SEV2.
 */
const severityOf = ({ priority, urgency }: IncidentAnswer) =>
  priority?.summary ?? (urgency ? `${urgency} urgency` : null);

/** Under which incident this one goes on. */
const mergedInto = ({ status, resolve_reason: reason }: IncidentAnswer) =>
  status === 'resolved' && reason?.type === 'merge_resolve_reason'
    ? reason.incident?.id
    : undefined;

/**
 * An incident of PagerDuty with what its log comes to. Impact, detection and mitigation are times that PagerDuty
 * does not have; they stay missing.
 *
 * @returns undefined when it does not say when it began
 */
export function toIncident(
  answer: IncidentAnswer,
  story: Story,
): ReportedIncident | undefined {
  const declared = timeOf(answer.created_at);
  if (declared === undefined) return undefined;
  const isOver = answer.status === 'resolved';
  const resolved = timeOf(answer.resolved_at) ?? story.resolvedAt;
  const changed =
    timeOf(answer.updated_at) ?? timeOf(answer.last_status_change_at);
  const merged = mergedInto(answer);
  const { incident_number: number, incident_key: key } = answer;
  const url = webAddress(answer.html_url);
  return {
    externalId: answer.id,
    ...(typeof number === 'number' && { reference: `#${number}` }),
    ...(url && { url }),
    title: answer.title ?? answer.summary ?? answer.id,
    updatedAt: changed ?? (isOver && resolved ? resolved : declared),
    status: merged ? 'merged' : STATUSES[answer.status],
    severity: severityOf(answer),
    stamps: reportedStamps({
      declared,
      acknowledged: story.acknowledgedAt,
      resolved: isOver ? resolved : undefined,
    }),
    reopenedAt: story.reopenedAt,
    isTest: false,
    isPrivate: false,
    ...(merged && { mergedInto: merged }),
    ...(key && { dedupeKey: key }),
    customerImpact: null,
    subjects: subjectsOf(answer),
    entityRefs: [],
    responders: story.responders,
    pages: story.pages,
    updates: story.updates,
    postmortems: [],
    followUps: [],
  };
}
