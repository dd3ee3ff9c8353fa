import {
  IncidentItem,
  PostmortemItem,
  RankedServiceItem,
} from '@plimsoll/backstage-plugin-reliability-common';

/** When everything began. */
export const AT = '2026-11-19T10:00:00.000Z';

/** A service of an incident. */
export const serviceOf = (name: string) => ({
  entityRef: `component:default/${name}`,
  title: name.toUpperCase(),
  owner: `group:default/${name}s`,
  tier: { id: 'tier-1', name: 'Business critical' },
  from: 'mapping' as const,
});

const severity = {
  raw: 'P1',
  level: 1 as const,
  name: 'SEV1',
  from: 'provider' as const,
};

/** An incident in a list, with some of it changed. */
export const incidentOf = (
  name: string,
  parts: Partial<IncidentItem> = {},
): IncidentItem => ({
  id: `pager:${name}`,
  reference: name,
  title: `About ${name}`,
  provider: 'pagerduty',
  account: 'pager',
  url: null,
  status: 'resolved',
  severity,
  isTest: false,
  isPrivate: false,
  customerImpact: null,
  startedAt: AT,
  resolvedAt: null,
  durationMs: null,
  services: [serviceOf('pay')],
  postmortem: { state: 'not-required', dueAt: null },
  followUps: { open: 0, overdue: 0, total: 0 },
  repeatOf: null,
  budgetSpent: null,
  updatedAt: AT,
  ...parts,
});

/** A postmortem in a list, with some of it changed. */
export const postmortemOf = (
  name: string,
  parts: Partial<PostmortemItem> = {},
): PostmortemItem => ({
  incident: {
    id: `pager:${name}`,
    reference: name,
    title: `About ${name}`,
    severity,
    startedAt: AT,
    resolvedAt: AT,
  },
  services: [{ entityRef: 'component:default/pay', title: 'PAY' }],
  owners: [],
  title: `Postmortem of ${name}`,
  state: 'published',
  source: 'portal',
  url: null,
  dueAt: null,
  publishedAt: AT,
  updatedAt: AT,
  excerpt: 'Summary\nThe pool was full',
  ...parts,
});

/** A service in the ranking, with some of it changed. */
export const rankedOf = (
  name: string,
  parts: Partial<RankedServiceItem> = {},
): RankedServiceItem => ({
  ...serviceOf(name),
  tier: { id: 'tier-1', name: 'Business critical', rank: 1 },
  rank: 1,
  system: 'system:default/tills',
  domain: null,
  lifecycle: 'production',
  level: { id: 'silver', name: 'Silver', index: 1 },
  score: 704,
  coverage: 1000,
  dimensions: {},
  trend: null,
  attention: [],
  assessedAt: AT,
  outdated: false,
  ...parts,
});
