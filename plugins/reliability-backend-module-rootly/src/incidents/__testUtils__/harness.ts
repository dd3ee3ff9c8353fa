import { StampName } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeRootly, RootlyIncident } from '@plimsoll/test-fakes';
import { rootlyIncidentProviderFactory } from '../rootlyIncidentProviderFactory';

export const TOKEN = 'secretOfRootly';
export const WEBHOOK_SECRET = 'secretOfTheWebhook';

const TIMES: Partial<Record<StampName, string>> = {
  impactStart: 'started_at',
  detected: 'detected_at',
  acknowledged: 'acknowledged_at',
  mitigated: 'mitigated_at',
  resolved: 'resolved_at',
  closed: 'closed_at',
};

const STATUSES: Partial<Record<ContractIncident['status'], string>> = {
  triage: 'in_triage',
  open: 'started',
  acknowledged: 'acknowledged',
  mitigated: 'mitigated',
  resolved: 'resolved',
  closed: 'closed',
  declined: 'cancelled',
  merged: 'cancelled',
};

function stateOf(
  incident: ContractIncident,
  now: number,
): Partial<RootlyIncident> {
  const { stamps = {}, followUps = [], postmortem } = incident;
  const times = Object.entries(stamps) as [StampName, number][];
  return {
    title: incident.title,
    kind: incident.isTest ? 'test' : 'normal',
    status: STATUSES[incident.status],
    private: incident.isPrivate,
    severity: incident.severity === undefined ? 'SEV1' : incident.severity,
    services: incident.services ?? ['Payments'],
    createdAt: incident.declaredAt,
    updatedAt: incident.updatedAt ?? now,
    times: Object.fromEntries(times.map(([name, at]) => [TIMES[name], at])),
    duplicateOf: incident.mergedInto,
    actions: followUps.map(({ title, status }) => ({ summary: title, status })),
    ...(postmortem && {
      postmortem: {
        url: postmortem.url,
        status: postmortem.status === 'published' ? 'published' : 'draft',
      },
    }),
  };
}

const latest = ({ declaredAt, stamps = {} }: ContractIncident) =>
  Math.max(declaredAt, ...Object.values(stamps));

async function startVendor(now: () => number): Promise<IncidentContractVendor> {
  const fake = await new FakeRootly({
    now,
    token: TOKEN,
    webhookSecret: WEBHOOK_SECRET,
  }).start();
  const { incidents } = fake;
  const config = { baseUrl: fake.url, webhookSecret: WEBHOOK_SECRET };
  return {
    config: () => ({ ...config, token: TOKEN }),
    wrongConfig: () => ({ ...config, token: `${TOKEN}x` }),
    put: incident => incidents.add(stateOf(incident, latest(incident))),
    change: (id, incident) => incidents.change(id, stateOf(incident, now())),
    remove(id) {
      incidents.byId.delete(id);
    },
    deliver: id => incidents.deliver(id),
    sign: body => incidents.sign(body),
    fail: fault => fake.fail(fault),
    heal: () => fake.heal(),
    requests: () => fake.requests.length,
    neverEnd() {
      incidents.endless = 'always';
    },
    repeatPages() {
      incidents.endless = 'same';
    },
    stop: () => fake.stop(),
  };
}

/** Rootly as the contract suite of incidents wants it. */
export const rootlyIncidentHarness: IncidentProviderHarness = {
  factory: rootlyIncidentProviderFactory,
  secrets: [TOKEN, WEBHOOK_SECRET],
  statuses: [
    'triage',
    'open',
    'acknowledged',
    'mitigated',
    'resolved',
    'closed',
    'declined',
  ],
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
  callsForNothing: 1,
  limited: now => ({
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': `${Math.ceil(now / 1000) + 7}`,
  }),
  annotations: (first, second) => ({
    'rootly.com/service-slug': `${first.id}, ${second.id}`,
  }),
  lacks: {
    reopened: 'it keeps no history of its status',
    pages: 'people are paged by alerts, which are not read',
  },
  start: startVendor,
};
