import { StampName } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import {
  FakeIncidentIo,
  IncidentIoCategory,
  IncidentIoIncident,
  IncidentIoUpdate,
} from '@plimsoll/test-fakes';
import { incidentIoIncidentProviderFactory } from '../incidentIoIncidentProviderFactory';

export const TOKEN = 'secretOfIncidentIo';
export const WEBHOOK_SECRET = `whsec_${Buffer.from(
  'a secret of a webhook',
).toString('base64')}`;

const CATEGORIES: Partial<
  Record<ContractIncident['status'], IncidentIoCategory>
> = {
  triage: 'triage',
  open: 'live',
  resolved: 'learning',
  closed: 'closed',
  declined: 'declined',
  merged: 'merged',
};

const TIMESTAMPS: Partial<Record<StampName, string>> = {
  impactStart: 'Impact started',
  detected: 'Detected',
  acknowledged: 'Acknowledged',
  mitigated: 'Fixed',
  impactEnd: 'Impact ended',
  resolved: 'Resolved at',
  closed: 'Closed',
};

const user = (name: string) => ({ id: `U${name.replace(/\W/g, '')}`, name });

/** How an incident came to stand where it stands. */
function updatesOf({
  declaredAt,
  status,
  reopenedAt = [],
  mergedInto,
}: ContractIncident): IncidentIoUpdate[] {
  const again = reopenedAt.flatMap((at): IncidentIoUpdate[] => [
    { at: at - 1, category: 'learning', message: 'It is over' },
    { at, category: 'live', message: 'It is not over' },
  ]);
  const category = CATEGORIES[status] ?? 'live';
  const last = Math.max(declaredAt, ...reopenedAt) + 1;
  return [...again, { at: last, category, mergedInto }];
}

function stateOf(
  incident: ContractIncident,
  now: number,
): Partial<IncidentIoIncident> {
  const { stamps = {}, pages = [], followUps = [], postmortem } = incident;
  const times = Object.entries(stamps) as [StampName, number][];
  const events = pages.flatMap(({ at, name, acknowledgedAt }) => [
    { event: 'notified_users', at, users: [user(name)] },
    ...(acknowledgedAt
      ? [{ event: 'acked', at: acknowledgedAt, users: [user(name)] }]
      : []),
  ]);
  return {
    name: incident.title,
    category: CATEGORIES[incident.status],
    severity: incident.severity === undefined ? 'Major' : incident.severity,
    mode: incident.isTest ? 'test' : 'standard',
    visibility: incident.isPrivate ? 'private' : 'public',
    createdAt: incident.declaredAt,
    updatedAt: incident.updatedAt ?? now,
    timestamps: Object.fromEntries(
      times.map(([name, at]) => [TIMESTAMPS[name], at]),
    ),
    fields: {
      'Affected services': (incident.services ?? ['Payments']).map(name => ({
        id: `01CAT${name}`,
        name,
        externalId: `component:default/${name.toLowerCase()}`,
      })),
    },
    updates: updatesOf(incident),
    escalations:
      events.length > 0
        ? [{ status: 'acked', createdAt: incident.declaredAt, events }]
        : [],
    followUps: followUps.map(({ title, status }) => ({
      title,
      status: status === 'done' ? 'completed' : 'outstanding',
      updatedAt: incident.declaredAt,
    })),
    documents: postmortem
      ? [
          {
            url: postmortem.url,
            status:
              postmortem.status === 'published' ? 'completed' : 'in_progress',
          },
        ]
      : [],
  };
}

const latest = ({
  declaredAt,
  stamps = {},
  reopenedAt = [],
}: ContractIncident) =>
  Math.max(declaredAt, ...Object.values(stamps), ...reopenedAt);

async function startVendor(now: () => number): Promise<IncidentContractVendor> {
  const fake = await new FakeIncidentIo({
    now,
    token: TOKEN,
    webhookSecret: WEBHOOK_SECRET,
  }).start();
  const { incidents } = fake;
  const config = { baseUrl: fake.url, webhookSecret: WEBHOOK_SECRET };
  return {
    config: () => ({ ...config, apiKey: TOKEN }),
    wrongConfig: () => ({ ...config, apiKey: `${TOKEN}x` }),
    put: incident => incidents.add(stateOf(incident, latest(incident))),
    change: (id, incident) => incidents.change(id, stateOf(incident, now())),
    remove(id) {
      incidents.byId.delete(id);
    },
    deliver: id => fake.deliver(id),
    sign: body => fake.sign(body),
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

/** incident.io as the contract suite of incidents wants it. */
export const incidentIoIncidentHarness: IncidentProviderHarness = {
  factory: incidentIoIncidentProviderFactory,
  secrets: [TOKEN, WEBHOOK_SECRET],
  statuses: ['triage', 'open', 'resolved', 'closed', 'declined'],
  stamps: [
    'impactStart',
    'detected',
    'acknowledged',
    'mitigated',
    'impactEnd',
    'resolved',
    'closed',
  ],
  severity: 'Major',
  // Updates and follow-ups are asked for incident by incident.
  callsFor300: 620,
  callsForNothing: 2,
  limited: () => ({ 'retry-after': '7' }),
  lacks: { annotations: 'incident.io has no annotations' },
  start: startVendor,
};
