/**
 * What may happen in the life of an incident, in the order in which it mostly does. `impactEnd` may come before
 * `resolved`: users were served again while the repair went on.
 *
 * @public
 */
export const stampNames = [
  'impactStart',
  'detected',
  'declared',
  'acknowledged',
  'mitigated',
  'impactEnd',
  'resolved',
  'closed',
] as const;

/** @public */
export type StampName = (typeof stampNames)[number];

/** Who says so; `derived` was worked out of something else the provider says, such as its first status update. @public */
export type Provenance = 'provider' | 'derived' | 'person';

/** When something happened. What nobody recorded is absent and stays so. @public */
export interface Stamp {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly from: Provenance;
}

/** @public */
export type Stamps = Readonly<Partial<Record<StampName, Stamp>>>;

/**
 * How far an incident is. `declined` turned out to be none, `merged` goes on under another one; both count for
 * nothing.
 *
 * @public
 */
export const incidentStatuses = [
  'triage',
  'open',
  'acknowledged',
  'mitigated',
  'resolved',
  'closed',
  'declined',
  'merged',
] as const;

/** @public */
export type IncidentStatus = (typeof incidentStatuses)[number];

/** 1 is the worst. @public */
export type Severity = 1 | 2 | 3 | 4 | 5;

/** Somebody who worked on an incident or was paged for it. @public */
export interface IncidentPerson {
  /** Stable at the account. */
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email?: string;
  /** Of a User in the catalog; only where one was matched. */
  readonly entityRef?: string;
  readonly url?: string;
}

/** @public */
export interface Responder {
  readonly person: IncidentPerson;
  /** In the provider's words. */
  readonly role?: string;
  /** Milliseconds since the epoch. */
  readonly engagedAt?: number;
}

/** One call for one person. @public */
export interface IncidentPage {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly person: IncidentPerson | null;
  /** IANA name of the zone of that person, where known. */
  readonly timeZone?: string;
  /** null: never. */
  readonly acknowledgedAt: number | null;
  /** Whether it went away without anybody. */
  readonly autoResolved: boolean;
}

/** What was written while it went on. @public */
export interface IncidentUpdate {
  /** Stable within the incident. */
  readonly id: string;
  readonly at: number;
  readonly text: string;
  /** The status that it set, where it did. */
  readonly status?: IncidentStatus;
  readonly by?: IncidentPerson;
}

/** What an incident is about, at its provider: a service, a component of a status page, a configuration item. @public */
export interface IncidentSubject {
  /** The provider's word, such as `service` or `component`. */
  readonly kind: string;
  readonly id: string;
  /** As shown to people; suggestions for the mapping are made from it. */
  readonly label?: string;
  readonly url?: string;
}

/** @public */
export const postmortemStatuses = ['draft', 'in-review', 'published'] as const;

/** @public */
export type PostmortemStatus = (typeof postmortemStatuses)[number];

/** A postmortem that is kept elsewhere. @public */
export interface ReportedPostmortem {
  readonly externalId?: string;
  readonly url?: string;
  readonly title?: string;
  readonly status: PostmortemStatus;
  readonly publishedAt?: number;
}

/** @public */
export const followUpStatuses = [
  'open',
  'in-progress',
  'done',
  'wont-do',
] as const;

/** @public */
export type FollowUpStatus = (typeof followUpStatuses)[number];

/** Where the work on a follow-up is tracked. @public */
export interface Ticket {
  /** Such as `jira`. */
  readonly system: string;
  readonly key: string;
  readonly url?: string;
}

/** A follow-up as a provider tells it. @public */
export interface ReportedFollowUp {
  readonly externalId: string;
  readonly title: string;
  readonly status: FollowUpStatus;
  readonly owner?: IncidentPerson;
  readonly dueAt?: number;
  readonly doneAt?: number;
  readonly ticket?: Ticket;
  readonly url?: string;
}

/** What a change was that an incident came from, or that stands beside it on a timeline. @public */
export interface LinkedChange {
  readonly title: string;
  readonly url?: string;
}

/**
 * One incident as its provider tells it, whole: a later reading replaces an earlier one. What the provider does
 * not tell is absent, never guessed. Times are milliseconds since the epoch.
 *
 * @public
 */
export interface ReportedIncident {
  /** Stable and unique at the account. */
  readonly externalId: string;
  /** As people call it, such as `INC-42`. */
  readonly reference?: string;
  readonly url?: string;
  readonly title: string;
  readonly summary?: string;
  readonly updatedAt: number;
  readonly status: IncidentStatus;
  /** In the provider's words; the configuration says which level that is. null: none was set. */
  readonly severity: string | null;
  /** Later stamps of the same name, such as a second `resolved` after it was reopened, replace the first. */
  readonly stamps: Readonly<
    Partial<Record<StampName, { at: number; from: 'provider' | 'derived' }>>
  >;
  readonly reopenedAt: readonly number[];
  readonly isTest: boolean;
  /** Of a private one nothing but its times, severity and services is kept. */
  readonly isPrivate: boolean;
  /** `externalId` of the incident under which it goes on. */
  readonly mergedInto?: string;
  /** Equal for incidents of the same trouble, such as an alert's key. */
  readonly dedupeKey?: string;
  readonly cause?: string;
  readonly change?: LinkedChange;
  /** Whether customers felt it; null: nobody said. */
  readonly customerImpact: boolean | null;
  readonly subjects: readonly IncidentSubject[];
  /** Services of the catalog, only where the provider itself holds references. */
  readonly entityRefs: readonly string[];
  readonly responders: readonly Responder[];
  readonly pages: readonly IncidentPage[];
  readonly updates: readonly IncidentUpdate[];
  readonly postmortems: readonly ReportedPostmortem[];
  readonly followUps: readonly ReportedFollowUp[];
}
