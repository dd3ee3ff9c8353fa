import {
  IncidentStatus,
  Provenance,
  ReportedIncident,
  Severity,
  stampNames,
  Stamps,
  StampName,
} from './reported';

export * from './reported';

/** The fields that a person may set on any incident, whoever reported it. @public */
export const editableFields = [
  'title',
  'summary',
  'severity',
  'cause',
  'change',
  'customerImpact',
  'isTest',
  'entityRefs',
  ...stampNames,
] as const;

/** @public */
export type EditableField = (typeof editableFields)[number];

/** What a person set, when; `value: null` empties the field. @public */
export interface FieldEdit {
  readonly value: unknown;
  /** Entity reference of a user. */
  readonly by: string;
  readonly at: number;
}

/** @public */
export type IncidentEdits = Readonly<Partial<Record<EditableField, FieldEdit>>>;

/** An incident as it counts: what the provider says, with what people set over it. @public */
export interface Incident
  extends Omit<ReportedIncident, 'stamps' | 'severity' | 'entityRefs'> {
  /** `<account>:<externalId>` */
  readonly id: string;
  readonly account: string;
  /** Type of its account, such as `pagerduty`; `portal` for those recorded here. */
  readonly provider: string;
  readonly stamps: Stamps;
  readonly severity: {
    readonly raw: string | null;
    /** null: none, or one that the configuration does not map. */
    readonly level: Severity | null;
    readonly from: Provenance;
  };
  /** The services that it concerns, by mapping, by the provider or by a person. */
  readonly entityRefs: readonly string[];
  /** What people set; everything else is the provider's. */
  readonly edited: readonly EditableField[];
}

/** The id under which an incident is kept and asked for. @public */
export const incidentId = (account: string, externalId: string): string =>
  `${account}:${externalId}`;

/** Incidents that are recorded in the portal, and imported ones, are of this account. @public */
export const PORTAL_ACCOUNT = 'portal';

/** Whether figures count it: no exercise, not merged, not declined. @public */
export const countsForFigures = ({
  isTest,
  status,
}: Pick<Incident, 'isTest' | 'status'>): boolean =>
  !isTest && status !== 'merged' && status !== 'declined';

/** Whether somebody still works on it. @public */
export const isOpen = (status: IncidentStatus): boolean =>
  ['triage', 'open', 'acknowledged', 'mitigated'].includes(status);

/**
 * When it began, for lists and figures: declared, else what is known first. Undefined only for an incident
 * without any stamp.
 *
 * @public
 */
export const startedAt = ({
  stamps,
}: {
  readonly stamps: Readonly<Partial<Record<StampName, { at: number }>>>;
}): number | undefined =>
  stamps.declared?.at ??
  stamps.impactStart?.at ??
  stamps.detected?.at ??
  stamps.acknowledged?.at ??
  stamps.mitigated?.at ??
  stamps.resolved?.at;
