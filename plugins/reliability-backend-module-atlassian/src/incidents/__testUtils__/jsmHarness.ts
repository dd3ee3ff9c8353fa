import { StampName } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeJsm, JiraIssue } from '@plimsoll/test-fakes';
import { jsmIncidentProviderFactory } from '../factories';

export const TOKEN = 'secretOfJsm';
export const EMAIL = 'reader@example.com';
export const BASIC = `Basic ${Buffer.from(`${EMAIL}:${TOKEN}`).toString(
  'base64',
)}`;
export const WEBHOOK_SECRET = 'secret-of-the-webhook-of-jira';

export const STAMPS = {
  impactStart: 'customfield_10101',
  detected: 'customfield_10102',
  acknowledged: 'customfield_10103',
  mitigated: 'customfield_10104',
  impactEnd: 'customfield_10105',
} as const;

const STATUSES: Partial<
  Record<ContractIncident['status'], JiraIssue['status']>
> = {
  open: { name: 'Open', category: 'new' },
  acknowledged: { name: 'Work in progress', category: 'indeterminate' },
  resolved: { name: 'Completed', category: 'done' },
  closed: { name: 'Closed', category: 'done' },
  declined: { name: 'Canceled', category: 'done' },
  merged: { name: 'Closed', category: 'done' },
};

const stateOf = (
  incident: ContractIncident,
  now: number,
): Partial<JiraIssue> => {
  const { stamps = {}, severity, mergedInto } = incident;
  return {
    summary: incident.title,
    status: STATUSES[incident.status],
    priority: severity === undefined ? 'High' : severity,
    createdAt: incident.declaredAt,
    updatedAt: incident.updatedAt ?? now,
    resolvedAt: stamps.resolved,
    components: incident.services ?? ['Payments'],
    security: incident.isPrivate ? 'Staff only' : undefined,
    resolution: mergedInto ? 'Duplicate' : undefined,
    duplicates: mergedInto,
    fields: Object.fromEntries(
      Object.entries(STAMPS).flatMap(([name, field]) => {
        const at = stamps[name as Exclude<StampName, 'declared'>];
        return at === undefined ? [] : [[field, new Date(at).toISOString()]];
      }),
    ),
  };
};

const latest = ({ declaredAt, stamps = {} }: ContractIncident) =>
  Math.max(declaredAt, ...Object.values(stamps));

async function startVendor(now: () => number): Promise<IncidentContractVendor> {
  const fake = await new FakeJsm({
    now,
    authorization: BASIC,
    webhookSecret: WEBHOOK_SECRET,
  }).start();
  const { issues } = fake;
  const config = {
    cloudId: 'cloud-1',
    email: EMAIL,
    baseUrl: fake.url,
    webhookSecret: WEBHOOK_SECRET,
    jql: issues.jql,
    stamps: STAMPS,
  };
  return {
    config: () => ({ ...config, apiToken: TOKEN }),
    wrongConfig: () => ({ ...config, apiToken: `${TOKEN}x` }),
    put: incident => issues.add(stateOf(incident, latest(incident))),
    change: (id, incident) => issues.change(id, stateOf(incident, now())),
    remove(id) {
      issues.byId.delete(id);
    },
    deliver: id => fake.deliver(id),
    sign: body => fake.sign(body),
    fail: fault => fake.fail(fault),
    heal: () => fake.heal(),
    requests: () => fake.requests.length,
    neverEnd() {
      issues.endless = 'always';
    },
    repeatPages() {
      issues.endless = 'same';
    },
    stop: () => fake.stop(),
  };
}

/** Jira Service Management as the contract suite of incidents wants it. */
export const jsmIncidentHarness: IncidentProviderHarness = {
  factory: jsmIncidentProviderFactory,
  secrets: [TOKEN, WEBHOOK_SECRET, BASIC.slice('Basic '.length)],
  statuses: ['open', 'acknowledged', 'resolved', 'closed', 'declined'],
  stamps: [
    'impactStart',
    'detected',
    'acknowledged',
    'mitigated',
    'impactEnd',
    'resolved',
  ],
  severity: 'High',
  callsFor300: 6,
  callsForNothing: 1,
  limited: () => ({ 'retry-after': '7' }),
  annotations: (first, second) => ({
    'jira/project-key': 'OPS',
    'jira/component': `${first.label}, ${second.label}`,
  }),
  lacks: {
    reopened: 'the history of an issue is not read',
    test: 'Jira has no exercises',
    pages: 'only alerts call people',
    'follow-ups': 'issues that are linked are not read',
    postmortems: 'reviews after an incident are not read',
    'signed-time': 'Jira signs the body alone',
  },
  start: startVendor,
};
