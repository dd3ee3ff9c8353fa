import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import {
  FakeOpsgenie,
  OpsgenieEntry,
  OpsgenieIncident,
} from '@plimsoll/test-fakes';
import { opsgenieIncidentProviderFactory } from '../factories';

export const KEY = 'secretOfOpsgenie';
export const WEBHOOK_SECRET = 'secret-of-the-webhook-of-opsgenie';

function entriesOf({
  declaredAt,
  reopenedAt = [],
  stamps = {},
}: ContractIncident): OpsgenieEntry[] {
  const actor = 'ana@example.com';
  const at = (type: string, time: number | undefined): OpsgenieEntry[] =>
    time === undefined ? [] : [{ type, at: time, actor }];
  return [
    { type: 'IncidentOpened', at: declaredAt },
    ...at('ResponderAlertAcked', stamps.acknowledged),
    ...reopenedAt.flatMap(time => [
      ...at('IncidentResolved', time - 1),
      ...at('IncidentReopened', time),
    ]),
    ...at('IncidentResolved', stamps.resolved),
    ...at('IncidentClosed', stamps.closed),
  ];
}

const stateOf = (
  fake: FakeOpsgenie,
  incident: ContractIncident,
  now: number,
): Partial<OpsgenieIncident> => ({
  message: incident.title,
  status: incident.status as OpsgenieIncident['status'],
  priority: incident.severity === undefined ? 'P2' : incident.severity,
  createdAt: incident.declaredAt,
  updatedAt: incident.updatedAt ?? now,
  impactStart: incident.stamps?.impactStart,
  impactEnd: incident.stamps?.impactEnd,
  services: incident.services ? [] : [fake.incidents.addService('Payments')],
  tags: (incident.services ?? []).map(name => `service:${name}`),
  entries: entriesOf(incident),
});

const latest = ({
  declaredAt,
  stamps = {},
  reopenedAt = [],
}: ContractIncident) =>
  Math.max(declaredAt, ...Object.values(stamps), ...reopenedAt);

async function startVendor(now: () => number): Promise<IncidentContractVendor> {
  const fake = await new FakeOpsgenie({
    now,
    token: KEY,
    webhookSecret: WEBHOOK_SECRET,
  }).start();
  const { incidents } = fake;
  const config = { baseUrl: fake.url, webhookSecret: WEBHOOK_SECRET };
  return {
    config: () => ({ ...config, apiKey: KEY }),
    wrongConfig: () => ({ ...config, apiKey: `${KEY}x` }),
    put: incident => incidents.add(stateOf(fake, incident, latest(incident))),
    change: (id, incident) =>
      incidents.change(id, stateOf(fake, incident, now())),
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

/** Opsgenie as the contract suite of incidents wants it. */
export const opsgenieIncidentHarness: IncidentProviderHarness = {
  factory: opsgenieIncidentProviderFactory,
  secrets: [KEY, WEBHOOK_SECRET],
  statuses: ['open', 'resolved', 'closed'],
  stamps: ['impactStart', 'acknowledged', 'impactEnd', 'resolved', 'closed'],
  severity: 'P2',
  // What happened when is asked for incident by incident.
  callsFor300: 310,
  callsForNothing: 2,
  limited: () => ({
    'x-ratelimit-state': 'THROTTLED',
    'x-ratelimit-period-in-sec': '7',
  }),
  annotations: (first, second) => ({
    'opsgenie.com/component-selector': `tag:"service:${first.label}", tag:"service:${second.label}"`,
  }),
  lacks: {
    test: 'Opsgenie has no exercises',
    private: 'Opsgenie has no private incidents',
    merged: 'incidents of Opsgenie are not merged',
    pages: 'only alerts call people',
    'follow-ups': 'Opsgenie has none',
    postmortems:
      'Opsgenie tells a postmortem only by an id that it does not tell',
    'signed-time': 'Opsgenie signs nothing',
    'signed-body': 'Opsgenie signs nothing',
    'free-severity': 'a priority is P1 to P5',
    'late-edits': 'its list is not by time of change; a webhook brings it',
  },
  start: startVendor,
};
