import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import {
  FakeStatuspage,
  StatuspageIncident,
  StatuspageUpdate,
} from '@plimsoll/test-fakes';
import { statuspageProviderFactory } from '../statuspageProviderFactory';

export const API_KEY = 'secretOfStatuspage';
export const WEBHOOK_SECRET = 'secretOfTheWebhook';
export const PAGE_ID = 'kctbh9vrtdwd';

const STATUSES: Partial<Record<ContractIncident['status'], string>> = {
  open: 'investigating',
  mitigated: 'monitoring',
  resolved: 'resolved',
};

function updatesOf({
  declaredAt,
  status,
  stamps = {},
  reopenedAt = [],
}: ContractIncident): StatuspageUpdate[] {
  const { resolved } = stamps;
  return [
    { status: 'investigating', at: declaredAt },
    ...reopenedAt.flatMap(at => [
      { status: 'resolved', at: at - 60_000 },
      { status: 'investigating', at },
    ]),
    ...(status === 'resolved' && resolved !== undefined
      ? [{ status: 'resolved', at: resolved }]
      : []),
  ];
}

function stateOf(incident: ContractIncident): Partial<StatuspageIncident> {
  const { stamps = {}, postmortem, severity } = incident;
  return {
    name: incident.title,
    status: STATUSES[incident.status],
    impact: severity ?? 'major',
    createdAt: incident.declaredAt,
    monitoringAt: stamps.mitigated,
    resolvedAt: stamps.resolved,
    components: incident.services ?? ['Payments'],
    updates: updatesOf(incident),
    ...(postmortem && {
      shortlink: postmortem.url,
      postmortem: { body: 'What we found.', publishedAt: incident.declaredAt },
    }),
  };
}

const latest = ({ declaredAt, updatedAt, stamps = {} }: ContractIncident) =>
  updatedAt ?? Math.max(declaredAt, ...Object.values(stamps));

async function startVendor(now: () => number): Promise<IncidentContractVendor> {
  const fake = await new FakeStatuspage({
    now,
    pageId: PAGE_ID,
    apiKey: API_KEY,
    webhookSecret: WEBHOOK_SECRET,
  }).start();
  const config = {
    baseUrl: fake.url,
    pageId: PAGE_ID,
    webhookSecret: WEBHOOK_SECRET,
  };
  return {
    config: () => ({ ...config, apiKey: API_KEY }),
    wrongConfig: () => ({ ...config, apiKey: `${API_KEY}x` }),
    put: incident =>
      fake.add({ ...stateOf(incident), updatedAt: latest(incident) }),
    change: (id, incident) => fake.change(id, stateOf(incident)),
    remove: id => fake.remove(id),
    deliver: id => fake.deliver(id),
    sign: body => fake.sign(body),
    fail: fault => fake.fail(fault),
    heal: () => fake.heal(),
    requests: () => fake.requests.length,
    neverEnd() {
      fake.endless = 'always';
    },
    repeatPages() {
      fake.endless = 'same';
    },
    stop: () => fake.stop(),
  };
}

/** Statuspage as the contract suite of incidents wants it. */
export const statuspageHarness: IncidentProviderHarness = {
  factory: statuspageProviderFactory,
  secrets: [API_KEY, WEBHOOK_SECRET],
  statuses: ['open', 'mitigated', 'resolved'],
  stamps: ['mitigated', 'resolved'],
  bareStamps: ['impactStart', 'declared'],
  severity: 'major',
  callsFor300: 4,
  callsForNothing: 1,
  limited: () => ({ 'retry-after': '7' }),
  annotations: (first, second) => ({
    'statuspage.io/components': `main:${first.id},${second.id}`,
  }),
  lacks: {
    'signed-body': 'a page signs nothing',
    'signed-time': 'a page signs nothing',
    'no-severity': 'an incident always has an impact',
    test: 'a page tells no exercises',
    private: 'a page is for everybody',
    merged: 'it does not merge incidents',
    pages: 'it pages nobody',
    'follow-ups': 'it has none',
  },
  start: startVendor,
};
