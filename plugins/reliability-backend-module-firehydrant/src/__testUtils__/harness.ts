import { StampName } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeFirehydrant, FirehydrantIncident } from '@plimsoll/test-fakes';
import { firehydrantProviderFactory } from '../firehydrantProviderFactory';

export const TOKEN = 'secretOfFirehydrant';
export const WEBHOOK_SECRET = 'secretOfTheWebhook';

const MILESTONES: Partial<Record<StampName, string>> = {
  impactStart: 'started',
  detected: 'detected',
  acknowledged: 'acknowledged',
  mitigated: 'mitigated',
  resolved: 'resolved',
  closed: 'closed',
};

const REACHED: Partial<Record<ContractIncident['status'], string>> = {
  open: 'started',
  acknowledged: 'acknowledged',
  mitigated: 'mitigated',
  resolved: 'resolved',
  closed: 'closed',
};

function stateOf(
  incident: ContractIncident,
  now: number,
): Partial<FirehydrantIncident> {
  const { stamps = {}, followUps = [], postmortem } = incident;
  const times = Object.entries(stamps) as [StampName, number][];
  const updatedAt = incident.updatedAt ?? now;
  return {
    name: incident.title,
    milestone: REACHED[incident.status],
    severity: incident.severity === undefined ? 'SEV1' : incident.severity,
    restricted: incident.isPrivate,
    createdAt: incident.declaredAt,
    updatedAt,
    milestones: Object.fromEntries(
      times.map(([name, at]) => [MILESTONES[name], at]),
    ),
    services: incident.services ?? ['Payments'],
    tickets: followUps.map(({ title, status }) => ({
      summary: title,
      state: status,
    })),
    ...(postmortem && {
      report: {
        url: postmortem.url,
        updatedAt,
        ...(postmortem.status === 'published' && { publishedAt: updatedAt }),
      },
    }),
  };
}

const latest = ({ declaredAt, stamps = {} }: ContractIncident) =>
  Math.max(declaredAt, ...Object.values(stamps));

async function startVendor(now: () => number): Promise<IncidentContractVendor> {
  const fake = await new FakeFirehydrant({
    now,
    token: TOKEN,
    webhookSecret: WEBHOOK_SECRET,
  }).start();
  const config = { baseUrl: fake.url, webhookSecret: WEBHOOK_SECRET };
  return {
    config: () => ({ ...config, token: TOKEN }),
    wrongConfig: () => ({ ...config, token: `${TOKEN}x` }),
    put: incident => fake.add(stateOf(incident, latest(incident))),
    change: (id, incident) => fake.change(id, stateOf(incident, now())),
    remove: id => fake.discard(id),
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

/** FireHydrant as the contract suite of incidents wants it. */
export const firehydrantHarness: IncidentProviderHarness = {
  factory: firehydrantProviderFactory,
  secrets: [TOKEN, WEBHOOK_SECRET],
  statuses: ['open', 'acknowledged', 'mitigated', 'resolved', 'closed'],
  stamps: [
    'impactStart',
    'detected',
    'acknowledged',
    'mitigated',
    'resolved',
    'closed',
  ],
  severity: 'SEV1',
  callsFor300: 4,
  callsForNothing: 2,
  limited: () => ({ 'retry-after': '7' }),
  annotations: (first, second) => ({
    'firehydrant.com/service-name': `${first.id}, ${second.id}`,
  }),
  lacks: {
    'signed-time': 'fh-signature covers the body only',
    reopened: 'its milestones do not tell that one was reopened',
    test: 'an exercise is told by its severity, which has a test of its own',
    merged: 'it does not merge incidents',
    pages: 'people are paged by Signals, which is not read',
  },
  start: startVendor,
};
