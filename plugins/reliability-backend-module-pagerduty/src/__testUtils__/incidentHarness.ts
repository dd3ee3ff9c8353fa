import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakePagerduty } from '@plimsoll/test-fakes';
import { pagerdutyIncidentProviderFactory } from '../incidents/pagerdutyIncidentProviderFactory';

export const TOKEN = 'u+secretOfPagerduty';
export const WEBHOOK_SECRET = 'Zq3secretOfTheWebhook9xK1';

/** The user of a name; equal names are the same one. */
export function userOf(fake: FakePagerduty, name: string): string {
  const id = `U${name.replace(/\W/g, '').toUpperCase()}`;
  const email = `${id}@Example.com`;
  return fake.addUser({ id, name, email, timeZone: 'Europe/Oslo' });
}

/** The service of a name; equal names are the same one. */
export function serviceOf(fake: FakePagerduty, name: string): string {
  const found = [...fake.services.values()].find(each => each.name === name);
  return found?.id ?? fake.addService({ name, policy: 'PPOLICY' });
}

/** Lets everything happen to an incident that it says. */
function place(
  fake: FakePagerduty,
  incident: ContractIncident,
  known?: string,
): string {
  const { incidents } = fake;
  const { stamps = {}, pages = [], reopenedAt = [], services } = incident;
  const bo = userOf(fake, 'Bo Chen');
  const id = incidents.trigger({
    ...(known && { id: known }),
    title: incident.title,
    service: serviceOf(fake, services?.[0] ?? 'Checkout'),
    createdAt: incident.declaredAt,
    priority: incident.severity ?? 'P2',
  });
  for (const { at, name, acknowledgedAt } of pages) {
    incidents.notify(id, userOf(fake, name), at);
    if (acknowledgedAt !== undefined) {
      incidents.acknowledge(id, userOf(fake, name), acknowledgedAt);
    }
  }
  if (stamps.acknowledged) incidents.acknowledge(id, bo, stamps.acknowledged);
  for (const at of reopenedAt) {
    incidents.resolve(id, bo, at - 1000);
    incidents.reopen(id, bo, at);
  }
  if (stamps.resolved) incidents.resolve(id, bo, stamps.resolved);
  if (incident.mergedInto) {
    incidents.merge(id, incident.mergedInto, incident.declaredAt + 1000);
  }
  if (incident.status === 'acknowledged') {
    incidents.change(id, { status: 'acknowledged' });
  }
  const times = [incident.declaredAt, ...Object.values(stamps), ...reopenedAt];
  incidents.change(id, {}, incident.updatedAt ?? Math.max(...times));
  return id;
}

async function startVendor(now: () => number): Promise<IncidentContractVendor> {
  const fake = await new FakePagerduty({
    now,
    token: TOKEN,
    webhookSecrets: ['another-secret-of-before', WEBHOOK_SECRET],
  }).start();
  const config = {
    apiToken: TOKEN,
    baseUrl: fake.url,
    webhookSecret: WEBHOOK_SECRET,
  };
  return {
    config: () => config,
    wrongConfig: () => ({ ...config, apiToken: `${TOKEN}x` }),
    put: incident => place(fake, incident),
    change(id, incident) {
      place(fake, { updatedAt: now(), ...incident }, id);
    },
    remove(id) {
      fake.incidents.delete(id);
    },
    deliver: id => fake.delivery(id),
    sign: body => fake.signed(body),
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

/** PagerDuty as the contract suite wants it. */
export const pagerdutyIncidentHarness: IncidentProviderHarness = {
  factory: pagerdutyIncidentProviderFactory,
  secrets: [TOKEN, WEBHOOK_SECRET],
  statuses: ['open', 'acknowledged', 'resolved'],
  stamps: ['acknowledged', 'resolved'],
  severity: 'P2',
  callsFor300: 20,
  callsForNothing: 2,
  limited: () => ({ 'ratelimit-remaining': '0', 'ratelimit-reset': '7' }),
  annotations: (first, second) => ({
    'pagerduty.com/service-id': `${first.id}, ${second.id}`,
  }),
  lacks: {
    'signed-time':
      'PagerDuty signs no time, and sends again for 48 hours what nobody took',
    'late-edits': 'a new title leaves no entry in the log of PagerDuty',
    'no-severity': 'without a priority the urgency is the severity',
    'several-services': 'an incident of PagerDuty has one service',
    test: 'PagerDuty does not tell exercises',
    private: 'a token sees what it sees',
    'follow-ups': 'tasks of PagerDuty cannot be asked for',
    postmortems: 'PagerDuty has no resource for them',
  },
  start: startVendor,
};
