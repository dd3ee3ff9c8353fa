import {
  FollowUpStatus,
  IncidentPerson,
  IncidentStatus,
  IncidentSubject,
  ReportedFollowUp,
  ReportedIncident,
  ReportedPostmortem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { reportedStamps } from '@plimsoll/backstage-plugin-reliability-node';
import { timeOfTable } from './query';
import { idOf, referenceOf, Row, shownOf, valueOf } from './rows';

/** Kinds of subjects. */
export const KINDS = ['entity-id', 'business-service', 'configuration-item'];

const STATUSES: Readonly<Record<string, IncidentStatus>> = {
  1: 'open',
  2: 'acknowledged',
  3: 'acknowledged',
  6: 'resolved',
  7: 'closed',
  8: 'declined',
};

/** States of a problem in which its causes are found and dealt with, of new and of older instances. */
const DONE_PROBLEMS = ['106', '107', '4'];

const TASKS: Readonly<Record<string, FollowUpStatus>> = {
  '-5': 'open',
  1: 'open',
  151: 'open',
  152: 'open',
  2: 'in-progress',
  154: 'in-progress',
  3: 'done',
  157: 'done',
  4: 'wont-do',
  7: 'wont-do',
};

const ENTITY_REF = /^[a-z][a-z0-9.+-]*:[a-z0-9_.-]+\/[a-z0-9_.-]+$/i;

/** What is known of the problem of an incident. */
export interface Learned {
  /** Undefined: it may not be read. */
  readonly problem?: Row;
  readonly tasks: readonly Row[];
}

/** How incidents of one account are read. */
export interface Reading {
  readonly baseUrl: string;
  /** Whether an incident that has a parent goes on under it. */
  readonly childrenAreMerged: boolean;
}

const time = (row: Row, column: string) => timeOfTable(valueOf(row, column));

const recordUrl = (baseUrl: string, table: string, id: string) =>
  `${baseUrl.replace(/\/+$/, '')}/${table}.do?sys_id=${id}`;

/** A state that the company added is told by the times that go with it. */
function statusOf(row: Row): IncidentStatus {
  const known = STATUSES[valueOf(row, 'state') ?? ''];
  if (known) return known;
  if (time(row, 'closed_at') !== undefined) return 'closed';
  return time(row, 'resolved_at') === undefined ? 'open' : 'resolved';
}

/** Priorities of the product are numbers; people say P1. */
function severityOf(row: Row): string | null {
  const priority = valueOf(row, 'priority');
  if (priority === undefined) return null;
  return /^[1-5]$/.test(priority)
    ? `P${priority}`
    : shownOf(row, 'priority') ?? priority;
}

function subjectsOf(row: Row): IncidentSubject[] {
  const entity = valueOf(row, 'u_backstage_entity_id');
  const reference = (kind: string, column: string) => {
    const id = referenceOf(row, column);
    return id ? [{ kind, id, label: shownOf(row, column) }] : [];
  };
  return [
    ...(entity ? [{ kind: 'entity-id', id: entity, label: entity }] : []),
    ...reference('business-service', 'business_service'),
    ...reference('configuration-item', 'cmdb_ci'),
  ];
}

function assigneeOf(row: Row): IncidentPerson | undefined {
  const id = referenceOf(row, 'assigned_to');
  const email = valueOf(row, 'assigned_to.email');
  return id
    ? {
        id,
        name: shownOf(row, 'assigned_to') ?? id,
        ...(email && { email: email.toLowerCase() }),
      }
    : undefined;
}

/** A state that the company added counts as done once the task is not active any more. */
function taskStatusOf(task: Row): FollowUpStatus {
  if (/^cancel/i.test(valueOf(task, 'closure_code') ?? '')) return 'wont-do';
  const known = TASKS[valueOf(task, 'state') ?? ''];
  return known ?? (valueOf(task, 'active') === 'false' ? 'done' : 'open');
}

function toFollowUp(task: Row, baseUrl: string): ReportedFollowUp {
  const status = taskStatusOf(task);
  const url = recordUrl(baseUrl, 'problem_task', idOf(task));
  const [owner, number] = [assigneeOf(task), valueOf(task, 'number')];
  const dueAt = time(task, 'due_date');
  const doneAt = status === 'done' ? time(task, 'closed_at') : undefined;
  return {
    externalId: idOf(task),
    title:
      valueOf(task, 'short_description') ?? 'A follow-up without a description',
    status,
    ...(owner && { owner }),
    ...(dueAt !== undefined && { dueAt }),
    ...(doneAt !== undefined && { doneAt }),
    ...(number && { ticket: { system: 'servicenow', key: number, url } }),
    url,
  };
}

/** The problem is where ServiceNow keeps what was found out. */
function postmortemOf(
  row: Row,
  problem: Row | undefined,
  baseUrl: string,
): ReportedPostmortem[] {
  const id = referenceOf(row, 'problem_id');
  if (!id) return [];
  const isDone =
    problem !== undefined &&
    (DONE_PROBLEMS.includes(valueOf(problem, 'state') ?? '') ||
      valueOf(problem, 'active') === 'false');
  const publishedAt =
    problem && isDone
      ? time(problem, 'resolved_at') ?? time(problem, 'closed_at')
      : undefined;
  const title =
    (problem && valueOf(problem, 'short_description')) ??
    shownOf(row, 'problem_id');
  return [
    {
      externalId: id,
      url: recordUrl(baseUrl, 'problem', id),
      ...(title && { title }),
      status: isDone ? 'published' : 'draft',
      ...(publishedAt !== undefined && { publishedAt }),
    },
  ];
}

function changeOf(row: Row, baseUrl: string): Pick<ReportedIncident, 'change'> {
  const id = referenceOf(row, 'caused_by');
  return id
    ? {
        change: {
          title: shownOf(row, 'caused_by') ?? 'A change',
          url: recordUrl(baseUrl, 'change_request', id),
        },
      }
    : {};
}

/** An incident as this instance tells it; what a reopened one still holds of before is left out. */
export function toIncident(
  row: Row,
  { problem, tasks }: Learned,
  { baseUrl, childrenAreMerged }: Reading,
): ReportedIncident {
  const parent = childrenAreMerged
    ? referenceOf(row, 'parent_incident')
    : undefined;
  const status = statusOf(row);
  const isOver = status === 'resolved' || status === 'closed';
  const reopenedAt = time(row, 'reopened_time');
  const reference = valueOf(row, 'number');
  const assignee = assigneeOf(row);
  const entity = valueOf(row, 'u_backstage_entity_id') ?? '';
  return {
    externalId: idOf(row),
    ...(reference && { reference }),
    url: recordUrl(baseUrl, 'incident', idOf(row)),
    title: valueOf(row, 'short_description') ?? 'Without a description',
    updatedAt: time(row, 'sys_updated_on') ?? 0,
    status: parent ? 'merged' : status,
    severity: severityOf(row),
    stamps: reportedStamps({
      declared: time(row, 'opened_at') ?? time(row, 'sys_created_on'),
      resolved: isOver ? time(row, 'resolved_at') : undefined,
      closed: status === 'closed' ? time(row, 'closed_at') : undefined,
    }),
    reopenedAt: reopenedAt === undefined ? [] : [reopenedAt],
    isTest: false,
    isPrivate: false,
    ...(parent && { mergedInto: parent }),
    ...changeOf(row, baseUrl),
    customerImpact: null,
    subjects: subjectsOf(row),
    entityRefs: ENTITY_REF.test(entity) ? [entity.toLowerCase()] : [],
    responders: assignee ? [{ person: assignee, role: 'Assigned to' }] : [],
    pages: [],
    updates: [],
    postmortems: postmortemOf(row, problem, baseUrl),
    followUps: tasks.map(task => toFollowUp(task, baseUrl)),
  };
}
