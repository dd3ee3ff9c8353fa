import type { IncidentItem } from '@plimsoll/backstage-plugin-reliability-common';
import {
  incidentItem,
  incidentService,
  openIncident,
} from '../src/testUtils/incidents';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const now = new Date().toISOString();
export const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

const titles = [
  'Payments are refused',
  'Search answers slowly',
  'Receipts are sent twice',
  'The timetable of the ferry to Kjerringvåg shows departures of yesterday to everybody who opens it on a phone',
  'Sign-in fails for partners',
  'Queue of bookings grows',
];
export const services = [
  incidentService(),
  incidentService({
    entityRef: 'component:default/search',
    title: 'Search',
    owner: 'group:default/discovery',
    tier: { id: 'tier-1', name: 'Business critical' },
    from: 'mapping',
  }),
  incidentService({
    entityRef: 'component:default/receipts',
    title: 'Receipts',
    owner: null,
    tier: { id: 'tier-2', name: 'Business operational' },
    from: 'provider',
  }),
  incidentService({ entityRef: 'component:default/login', title: 'Login' }),
];
const severities: IncidentItem['severity'][] = [
  { raw: 'P1', level: 1, name: 'SEV1', from: 'provider' },
  { raw: 'P2', level: 2, name: 'SEV2', from: 'provider' },
  { raw: 'P3', level: 3, name: 'SEV3', from: 'person' },
  { raw: 'P2', level: 2, name: 'SEV2', from: 'provider' },
  { raw: 'purple', level: null, name: '', from: 'provider' },
  { raw: 'P4', level: 4, name: 'SEV4', from: 'provider' },
];
const postmortems: IncidentItem['postmortem'][] = [
  { state: 'overdue', dueAt: ago(3 * DAY) },
  { state: 'published', dueAt: ago(9 * DAY) },
  { state: 'not-required', dueAt: null },
  { state: 'in-review', dueAt: ago(-2 * DAY) },
  { state: 'not-required', dueAt: null },
  { state: 'missing', dueAt: ago(-1 * DAY) },
];

/** One of many, all different. */
function one(index: number): IncidentItem {
  const startedAt = ago((index * 2.3 + 1) * DAY + (index % 7) * HOUR);
  const durationMs = ((index * 37) % 300) * 60_000 + 240_000;
  const mild = severities[index % severities.length].level ?? 5;
  return incidentItem({
    id: `pd-main:R${index}`,
    reference: `INC-${142 - index}`,
    title: titles[index % titles.length],
    severity: severities[index % severities.length],
    status: index % 9 === 4 ? 'closed' : 'resolved',
    startedAt,
    durationMs,
    resolvedAt: new Date(Date.parse(startedAt) + durationMs).toISOString(),
    services: services.slice(index % 3, (index % 3) + 1 + (index % 4)),
    postmortem: postmortems[index % postmortems.length],
    followUps: {
      total: index % 4,
      open: index % 4 > 1 ? 1 : 0,
      overdue: index % 4 > 2 ? 1 : 0,
    },
    customerImpact: [true, null, false][index % 3],
    isTest: index === 11,
    isPrivate: index === 13,
    repeatOf: index % 6 === 5 ? 'pd-main:Q1' : null,
    budgetSpent: mild <= 2 ? 0.08 * (1 + (index % 5)) : null,
  });
}

const going = openIncident({ startedAt: ago(HOUR), services });
/** Incidents of a company that has many, the newest first. */
export const many: IncidentItem[] = [
  going,
  openIncident({
    id: 'pd-main:Q3',
    reference: 'INC-44',
    title: titles[3],
    status: 'mitigated',
    severity: severities[0],
    startedAt: ago(3 * HOUR),
    durationMs: 3 * HOUR,
  }),
  ...Array.from({ length: 38 }, (_, index) => one(index)),
];
