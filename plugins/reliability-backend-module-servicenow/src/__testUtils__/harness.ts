import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import {
  FakeServicenow,
  ServicenowRecord,
  servicenowTime,
} from '@plimsoll/test-fakes';
import { servicenowProviderFactory } from '../servicenowProviderFactory';

export const USERNAME = 'plimsoll';
export const PASSWORD = 'secretOfServicenow';
export const WEBHOOK_SECRET = 'secretOfTheWebhook';

const STATES: Partial<Record<ContractIncident['status'], string>> = {
  open: '1',
  acknowledged: '2',
  resolved: '6',
  closed: '7',
  declined: '8',
  merged: '6',
};

const timeOr = (ms: number | undefined) =>
  ms === undefined ? '' : servicenowTime(ms);

function recordOf(incident: ContractIncident): ServicenowRecord {
  const { stamps = {}, severity = 'P1', reopenedAt = [] } = incident;
  const [entity = 'Payments'] = incident.services ?? [];
  return {
    short_description: incident.title,
    state: STATES[incident.status] ?? '1',
    priority: severity?.replace(/^P(\d)$/, '$1') ?? '',
    opened_at: servicenowTime(incident.declaredAt),
    resolved_at: timeOr(stamps.resolved),
    closed_at: timeOr(stamps.closed),
    reopened_time: timeOr(reopenedAt[reopenedAt.length - 1]),
    parent_incident: incident.mergedInto ?? '',
    u_backstage_entity_id: entity,
  };
}

const latest = ({ declaredAt, updatedAt, stamps = {} }: ContractIncident) =>
  servicenowTime(updatedAt ?? Math.max(declaredAt, ...Object.values(stamps)));

/** Adds a problem with a task for each follow-up. */
function withProblem(
  fake: FakeServicenow,
  { followUps = [] }: ContractIncident,
): ServicenowRecord {
  if (followUps.length === 0) return {};
  const problem = fake.add('problem', { state: '101' });
  for (const { title, status } of followUps) {
    fake.add('problem_task', {
      problem,
      short_description: title,
      state: status === 'done' ? '157' : '151',
    });
  }
  return { problem_id: problem };
}

async function startVendor(now: () => number): Promise<IncidentContractVendor> {
  const fake = await new FakeServicenow({
    now,
    username: USERNAME,
    password: PASSWORD,
    webhookSecret: WEBHOOK_SECRET,
  }).start();
  fake.ownColumns.add('u_backstage_entity_id');
  const config = {
    baseUrl: fake.url,
    username: USERNAME,
    webhookSecret: WEBHOOK_SECRET,
  };
  return {
    config: () => ({ ...config, password: PASSWORD }),
    wrongConfig: () => ({ ...config, password: `${PASSWORD}x` }),
    put: incident =>
      fake.add('incident', {
        ...recordOf(incident),
        ...withProblem(fake, incident),
        sys_updated_on: latest(incident),
      }),
    change: (id, incident) => fake.change('incident', id, recordOf(incident)),
    remove: id => fake.remove('incident', id),
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

/** ServiceNow as the contract suite of incidents wants it. */
export const servicenowHarness: IncidentProviderHarness = {
  factory: servicenowProviderFactory,
  secrets: [
    PASSWORD,
    WEBHOOK_SECRET,
    Buffer.from(`${USERNAME}:${PASSWORD}`).toString('base64'),
  ],
  statuses: ['open', 'acknowledged', 'resolved', 'closed', 'declined'],
  stamps: ['resolved', 'closed'],
  severity: 'P1',
  callsFor300: 2,
  callsForNothing: 3,
  limited: () => ({ 'retry-after': '7' }),
  annotations: (first, second) => ({
    'servicenow.com/entity-id': `${first.id}, ${second.id}`,
  }),
  lacks: {
    'signed-body': 'what a business rule sends is not signed',
    'signed-time': 'what a business rule sends is not signed',
    'several-services': 'it has one business service and one item',
    test: 'it does not tell exercises',
    private: 'it does not tell private incidents',
    pages: 'people are called by another product',
    postmortems: 'a problem has its own address, which has a test of its own',
  },
  start: startVendor,
};
