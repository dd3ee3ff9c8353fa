import type {
  DurationFigure,
  IncidentFiguresItem,
  IncidentItem,
  IncidentResponse,
  IncidentServiceItem,
  TimelineEvent,
} from '@plimsoll/backstage-plugin-reliability-common';
import { NOW } from './levels';
import { anna, ben, hoursAfter } from './oncall';

/** A service that an incident concerns. */
export function incidentService(
  overrides: Partial<IncidentServiceItem> = {},
): IncidentServiceItem {
  return {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    owner: 'group:default/payments',
    tier: { id: 'tier-0', name: 'Mission critical' },
    from: 'annotation',
    ...overrides,
  };
}

/** An incident of two days ago that took 48 minutes, with a postmortem in draft. */
export function incidentItem(
  overrides: Partial<IncidentItem> = {},
): IncidentItem {
  return {
    id: 'pd-main:Q1',
    reference: 'INC-42',
    title: 'Payments are refused',
    provider: 'pagerduty',
    account: 'pd-main',
    url: 'https://kittiwake.pagerduty.example/incidents/Q1',
    status: 'resolved',
    severity: { raw: 'P1', level: 1, name: 'SEV1', from: 'provider' },
    isTest: false,
    isPrivate: false,
    customerImpact: true,
    startedAt: '2026-11-18T09:14:00Z',
    resolvedAt: '2026-11-18T10:02:00Z',
    durationMs: 48 * 60_000,
    services: [incidentService()],
    postmortem: { state: 'draft', dueAt: '2026-11-25T10:02:00Z' },
    followUps: { open: 1, overdue: 0, total: 2 },
    repeatOf: null,
    budgetSpent: 0.41,
    updatedAt: '2026-11-20T08:30:00Z',
    ...overrides,
  };
}

/** One that goes on, and that nobody took yet. */
export function openIncident(
  overrides: Partial<IncidentItem> = {},
): IncidentItem {
  return incidentItem({
    id: 'pd-main:Q2',
    reference: 'INC-43',
    title: 'Search answers slowly',
    status: 'open',
    severity: { raw: 'P2', level: 2, name: 'SEV2', from: 'provider' },
    customerImpact: null,
    startedAt: hoursAfter(-1),
    resolvedAt: null,
    durationMs: 3_600_000,
    postmortem: { state: 'not-required', dueAt: null },
    followUps: { open: 0, overdue: 0, total: 0 },
    budgetSpent: null,
    updatedAt: NOW,
    ...overrides,
  });
}

/** Something that happened in an incident. */
export function timelineEvent(
  overrides: Partial<TimelineEvent> = {},
): TimelineEvent {
  return {
    id: 'e1',
    at: '2026-11-18T09:14:00Z',
    kind: 'stamp',
    stamp: 'declared',
    text: '',
    from: 'provider',
    person: null,
    url: null,
    ...overrides,
  };
}

/** An incident with everything that its page shows. */
export function incidentResponse(
  overrides: Partial<IncidentResponse> = {},
): IncidentResponse {
  return {
    ...incidentItem(),
    summary: 'The ledger refused connections, so **every payment** failed.',
    cause: 'connection pool exhausted',
    change: null,
    stamps: {
      impactStart: { at: '2026-11-18T09:02:00Z', from: 'person' },
      detected: { at: '2026-11-18T09:05:00Z', from: 'derived' },
      declared: { at: '2026-11-18T09:14:00Z', from: 'provider' },
      acknowledged: { at: '2026-11-18T09:16:00Z', from: 'provider' },
      impactEnd: { at: '2026-11-18T10:02:00Z', from: 'person' },
      resolved: { at: '2026-11-18T10:02:00Z', from: 'provider' },
    },
    figures: {
      detect: 180_000,
      acknowledge: 120_000,
      mitigate: null,
      restore: 2_880_000,
      impact: 3_600_000,
    },
    mergedInto: null,
    subjects: [
      {
        account: 'pd-main',
        kind: 'service',
        id: 'PX1',
        label: 'Checkout API (prod)',
        url: 'https://kittiwake.pagerduty.example/services/PX1',
        entityRefs: ['component:default/checkout'],
      },
    ],
    timeline: [
      timelineEvent({
        id: 'e0',
        at: '2026-11-18T09:02:00Z',
        stamp: 'impactStart',
        from: 'person',
      }),
      timelineEvent(),
      timelineEvent({
        id: 'e2',
        at: '2026-11-18T09:15:00Z',
        kind: 'page',
        stamp: null,
        text: 'Paged',
        person: anna,
      }),
      timelineEvent({
        id: 'e3',
        at: '2026-11-18T09:40:00Z',
        kind: 'update',
        stamp: null,
        text: 'The report job is stopped; payments recover.',
        person: ben,
      }),
      timelineEvent({
        id: 'e4',
        at: '2026-11-18T10:02:00Z',
        stamp: 'resolved',
      }),
    ],
    responders: [
      { person: anna, role: 'commander', engagedAt: '2026-11-18T09:16:00Z' },
      { person: ben, role: null, engagedAt: null },
    ],
    pages: { total: 3, afterHours: 1, sleepHours: 0, unacknowledged: 1 },
    edits: [
      {
        field: 'impactStart',
        reported: null,
        value: '2026-11-18T09:02:00Z',
        by: 'user:default/anna.berg',
        at: '2026-11-19T08:00:00Z',
      },
    ],
    spends: [
      {
        sloId: 'component:default/checkout#requests',
        sloTitle: 'Requests succeed',
        objectiveId: '1',
        entityRef: 'component:default/checkout',
        from: '2026-11-18T09:02:00Z',
        to: '2026-11-18T10:02:00Z',
        bad: 17_700,
        total: 240_000,
        share: 0.41,
        measuredAt: '2026-11-18T10:10:00Z',
        final: true,
      },
    ],
    followUpItems: [],
    postmortemUrl: null,
    contested: [],
    repeats: [],
    nearbyChanges: [],
    canEdit: true,
    namesHidden: false,
    ...overrides,
  };
}

/** A length of time over so many incidents. @param minutes - the median; the 90th percentile is thrice that */
export function durationFigure(
  n: number,
  of: number,
  minutes: number | null,
): DurationFigure {
  return {
    n,
    of,
    median: minutes === null ? null : minutes * 60_000,
    p90: minutes === null ? null : minutes * 180_000,
  };
}

/** Figures over a dozen incidents. */
export function incidentFigures(
  overrides: Partial<IncidentFiguresItem> = {},
): IncidentFiguresItem {
  return {
    incidents: 14,
    open: 1,
    bySeverity: [
      { level: 1, name: 'SEV1', incidents: 3 },
      { level: 2, name: 'SEV2', incidents: 6 },
      { level: 3, name: 'SEV3', incidents: 4 },
      { level: null, name: 'No severity', incidents: 1 },
    ],
    detect: durationFigure(4, 14, 6),
    acknowledge: durationFigure(12, 14, 3),
    neverAcknowledged: 2,
    mitigate: durationFigure(0, 13, null),
    restore: durationFigure(13, 13, 52),
    impactMinutes: 412,
    impactUnknown: 2,
    repeats: 2,
    pages: {
      total: 38,
      afterHours: 17,
      sleepHours: 6,
      zoneUnknown: 3,
      withoutHuman: 5,
      noisyKeys: 1,
    },
    postmortems: { required: 5, published: 3, inTime: 2, overdue: 1 },
    followUps: { total: 11, done: 7, inTime: 5, overdue: 2 },
    ...overrides,
  };
}
