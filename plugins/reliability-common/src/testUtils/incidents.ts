import { FactIncident } from '../core/incidents/incidentFacts';
import {
  defaultSeverities,
  effectiveIncident,
  EffectiveIncidentInput,
  Incident,
  IncidentPage,
  IncidentPerson,
  ReportedIncident,
  severityMap,
  StampName,
} from '../core';
import { HOUR, NOW } from './facts';

/** The table of severities that ships. */
export const severities = severityMap(defaultSeverities);

/** An hour of trouble that was over two hours ago. */
export const INCIDENT_TIMES = {
  impactStart: NOW - 3 * HOUR,
  declared: NOW - 3 * HOUR,
  resolved: NOW - 2 * HOUR,
} as const;

/** Stamps of the provider at some times. */
export const timesOf = (
  times: Readonly<Partial<Record<StampName, number>>>,
): ReportedIncident['stamps'] =>
  Object.fromEntries(
    Object.entries(times).map(([name, at]) => [name, { at, from: 'provider' }]),
  );

/** What a provider says about a resolved SEV1, with some of it changed. */
export const reportedIncident = (
  changed: Partial<ReportedIncident> = {},
): ReportedIncident => ({
  externalId: 'P1',
  reference: 'INC-42',
  title: 'Payments are slow',
  updatedAt: NOW,
  status: 'resolved',
  severity: 'SEV1',
  stamps: timesOf(INCIDENT_TIMES),
  reopenedAt: [],
  isTest: false,
  isPrivate: false,
  customerImpact: true,
  subjects: [{ kind: 'service', id: 'PS1', label: 'Payments' }],
  entityRefs: [],
  responders: [],
  pages: [],
  updates: [],
  postmortems: [],
  followUps: [],
  ...changed,
});

/** The incident as it counts for the service `pay`. */
export const incidentOf = (
  changed: Partial<ReportedIncident> = {},
  input: Partial<Omit<EffectiveIncidentInput, 'reported'>> = {},
): Incident =>
  effectiveIncident({
    account: 'pd',
    provider: 'pagerduty',
    reported: reportedIncident(changed),
    edits: {},
    entityRefs: ['component:default/pay'],
    severities,
    ...input,
  });

export const personNamed = (name: string): IncidentPerson => ({
  id: name.toLowerCase(),
  name,
});

/** A page for Ada that nobody acknowledged. */
export const pageAt = (
  at: number,
  changed: Partial<IncidentPage> = {},
): IncidentPage => ({
  at,
  person: personNamed('Ada'),
  acknowledgedAt: null,
  autoResolved: false,
  ...changed,
});

/** An incident that was resolved, about which nothing else is known. */
export const factIncident = (
  changed: Partial<FactIncident> = {},
): FactIncident => ({
  status: 'resolved',
  isTest: false,
  severity: 1,
  customerImpact: null,
  startedAt: 0,
  stamps: {},
  isRepeat: false,
  pages: { total: 0, withoutHuman: 0 },
  postmortem: {
    required: false,
    draftDueAt: null,
    publishDueAt: null,
    status: null,
  },
  followUps: [],
  ...changed,
});
