import {
  IncidentStatus,
  ReportedIncident,
  Responder,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  reportedStamps,
  StampTimes,
  timeOf,
} from '@plimsoll/backstage-plugin-reliability-node';
import { JsmIncidentConfig } from '../config';
import { FieldsAnswer, IssueAnswer } from './answers';
import { instantOf, textsOf } from './fieldValues';
import { subjectsOf } from './subjects';

/** What the configuration says of the fields and words of a site. */
export type IssueWords = Pick<
  JsmIncidentConfig,
  | 'severityField'
  | 'serviceField'
  | 'causeField'
  | 'stamps'
  | 'statuses'
  | 'siteUrl'
>;

/** Names that a workflow has for what its category does not tell. */
const USUAL: Readonly<Record<string, IncidentStatus>> = {
  closed: 'closed',
  canceled: 'declined',
  cancelled: 'declined',
  declined: 'declined',
};

/** Jira has three categories, whatever a status is called. */
const CATEGORIES: Readonly<Record<string, IncidentStatus>> = {
  new: 'open',
  indeterminate: 'acknowledged',
  done: 'resolved',
};

const OVER: readonly IncidentStatus[] = [
  'resolved',
  'closed',
  'declined',
  'merged',
];

const plain = (text: string | null | undefined) =>
  (text ?? '').trim().toLocaleLowerCase('en-US');

/** The issue that this one is closed as a duplicate of. */
function duplicateOf({ resolution, issuelinks }: FieldsAnswer) {
  if (plain(resolution?.name) !== 'duplicate') return undefined;
  const link = (issuelinks ?? []).find(
    each => plain(each?.type?.name) === 'duplicate' && each?.outwardIssue?.id,
  );
  return link?.outwardIssue?.id ?? undefined;
}

function statusOf(
  { status }: FieldsAnswer,
  statuses: IssueWords['statuses'],
): IncidentStatus {
  const name = plain(status?.name);
  const own = Object.entries(statuses).find(([each]) => plain(each) === name);
  const category = status?.statusCategory?.key ?? '';
  return own?.[1] ?? USUAL[name] ?? CATEGORIES[category] ?? 'open';
}

const ownStamps = (
  fields: FieldsAnswer,
  stamps: IssueWords['stamps'],
): StampTimes =>
  Object.fromEntries(
    Object.entries(stamps).map(([name, field]) => [
      name,
      field ? instantOf(fields[field]) : undefined,
    ]),
  );

function respondersOf({ assignee }: FieldsAnswer): Responder[] {
  const { accountId: id, displayName, emailAddress } = assignee ?? {};
  if (!id) return [];
  const email = emailAddress?.toLowerCase();
  const name = displayName ?? email ?? 'Somebody without a name';
  return [{ person: { id, name, ...(email && { email }) }, role: 'Assignee' }];
}

const severityOf = (
  fields: FieldsAnswer,
  field: string | undefined,
): string | null => {
  const own = field ? textsOf(fields[field])[0] : undefined;
  return own ?? (field ? null : fields.priority?.name ?? null);
};

/**
 * An issue as an incident. The texts and people of one with a security level are left out here already.
 *
 * @param now - stands in for a time of change that is not told; milliseconds since the epoch
 */
export function toIncident(
  { id, key, fields }: IssueAnswer,
  words: IssueWords,
  now: number,
): ReportedIncident {
  const mergedInto = duplicateOf(fields);
  const status = mergedInto ? 'merged' : statusOf(fields, words.statuses);
  const isPrivate = fields.security !== null && fields.security !== undefined;
  const cause = words.causeField
    ? textsOf(fields[words.causeField]).join(', ')
    : '';
  const createdAt = timeOf(fields.created);
  const site = words.siteUrl?.replace(/\/+$/, '');
  return {
    externalId: id,
    ...(key && { reference: key }),
    ...(site && key && { url: `${site}/browse/${encodeURIComponent(key)}` }),
    title: isPrivate
      ? 'Private incident'
      : fields.summary ?? key ?? 'An incident without a title',
    updatedAt: timeOf(fields.updated) ?? createdAt ?? now,
    status,
    severity: severityOf(fields, words.severityField),
    stamps: reportedStamps({
      ...ownStamps(fields, words.stamps),
      declared: createdAt,
      resolved: OVER.includes(status)
        ? timeOf(fields.resolutiondate)
        : undefined,
    }),
    reopenedAt: [],
    isTest: false,
    isPrivate,
    ...(mergedInto && { mergedInto }),
    ...(!isPrivate && cause && { cause }),
    customerImpact: null,
    subjects: subjectsOf(fields, words.serviceField),
    entityRefs: [],
    responders: isPrivate ? [] : respondersOf(fields),
    pages: [],
    updates: [],
    postmortems: [],
    followUps: [],
  };
}
