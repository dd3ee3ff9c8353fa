import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness } from '../__testUtils__/harness';
import { putFollowUp, putIncident } from '../__testUtils__/incidentData';
import {
  ada,
  answer,
  LAUNCH,
  openReadinessPortal,
  proof,
  stateOf,
} from '../__testUtils__/readiness';
import { registerActions } from './registerActions';

jest.setTimeout(60_000);

const databases = testDatabases();
const agent = mockCredentials.service('external:agent');
const READERS = [
  'get-service',
  'explain-score',
  'list-blocking-checks',
  'who-is-on-call',
  'check-gate',
  'what-changed',
];

describe('actions', () => {
  let knex: Knex;
  let harness: Harness;
  let auditor: ReturnType<typeof mockServices.auditor.mock>;
  let actions: ReturnType<typeof actionsRegistryServiceMock>;
  const event = { success: jest.fn(), fail: jest.fn() };

  beforeAll(async () => {
    knex = await openTestDatabase(databases, 'SQLITE_3');
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    jest.clearAllMocks();
    harness = await openReadinessPortal(knex);
    auditor = mockServices.auditor.mock();
    auditor.createEvent.mockResolvedValue(event);
    actions = actionsRegistryServiceMock();
    registerActions(actions, { local: harness.services.local, auditor });
  });

  const invoke = async (
    name: string,
    input: JsonObject,
    credentials: BackstageCredentials = agent,
  ) => {
    const id = `test:${name}`;
    return (await actions.invoke({ id, input, credentials })).output;
  };

  const inputOf = (name: string): JsonObject => ({
    service: 'pay',
    ...(name === 'what-changed' && { from: '2026-11-01' }),
  });

  it('are these, and one of them writes', async () => {
    const { actions: listed } = await actions.list();
    const writers = listed.filter(({ attributes }) => !attributes.readOnly);
    expect(listed.map(({ name }) => name).sort()).toEqual(
      [...READERS, 'list-open-follow-ups', 'propose-evidence'].sort(),
    );
    expect(writers.map(({ name }) => name)).toEqual(['propose-evidence']);
    expect(listed.filter(each => each.attributes.destructive)).toEqual([]);
  });

  it.each<[string, JsonObject, object]>([
    [
      'get-service',
      {},
      {
        service: 'component:default/pay',
        tier: { id: 'tier-1' },
        scorecards: [{ id: 'readiness', level: 'Bronze', rankedTotal: 2 }],
      },
    ],
    [
      'explain-score',
      { scorecard: 'readiness' },
      {
        scorecard: 'readiness',
        nextLevel: { name: 'Silver', blockedBy: ['All of it'] },
        checks: expect.arrayContaining([
          expect.objectContaining({
            id: 'half',
            outcome: 'pass',
            enforced: true,
            actual: [
              'readiness.launch.progress = 50 percent (readiness, 2026-11-20T12:00:00.000Z)',
            ],
          }),
        ]),
      },
    ],
    [
      'list-blocking-checks',
      {},
      { level: 'Bronze', nextLevel: 'Silver', checks: [{ id: 'all' }] },
    ],
    ['who-is-on-call', {}, { cover: 'none', levels: [], rotations: [] }],
    [
      'check-gate',
      { change: 'deploy' },
      { service: 'component:default/pay', decision: expect.any(String) },
    ],
  ])('%s answers what the page shows', async (name, input, expected) => {
    expect(
      await invoke(name, { service: 'Component:default/Pay', ...input }),
    ).toMatchObject(expected);
  });

  it('what-changed tells two days apart, with who flipped what', async () => {
    await harness.services.tasks.snapshot();
    harness.clock.advance(2 * DAY);
    await answer(harness, 'runbook', { evidence: [proof] });
    await answer(harness, 'rollback');
    expect(
      await invoke('what-changed', { service: 'pay', from: '2026-11-20' }),
    ).toMatchObject({
      before: { day: '2026-11-20', level: 'Bronze' },
      after: { day: '2026-11-22', level: 'Silver' },
      points: { rule: 0, data: 0, unexplained: 0 },
      flips: [
        { from: 'fail', to: 'pass', cause: 'service', by: 'user:default/ada' },
      ],
    });
  });

  it('list-open-follow-ups names what is due', async () => {
    const incident = await putIncident(knex, '1', { services: ['pay'] });
    await putFollowUp(knex, incident, {
      due_at: new Date(harness.clock.now - DAY),
    });
    expect(
      await invoke('list-open-follow-ups', { service: 'pay', overdue: true }),
    ).toMatchObject({
      total: 1,
      followUps: [{ services: [refOf('pay')], overdue: true }],
    });
    expect(
      await invoke('list-open-follow-ups', { service: 'cart' }),
    ).toMatchObject({ total: 0 });
  });

  it('propose-evidence leaves a proposal and an audit event, and no answer', async () => {
    const proposal = await invoke('propose-evidence', {
      service: 'pay',
      checklist: LAUNCH,
      item: 'runbook',
      note: 'Found in the wiki',
      evidence: [proof],
    });
    expect(proposal).toMatchObject({ by: 'external:agent', answer: 'yes' });
    expect((await stateOf(harness, 'runbook')).answer).toBeNull();
    const waiting = await harness.services.proposals.list(
      { entityRef: refOf('pay'), checklistId: LAUNCH },
      ada,
    );
    expect(waiting.items).toHaveLength(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'propose-evidence',
        meta: expect.objectContaining({ by: 'external:agent' }),
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
  });

  it('propose-evidence that is refused leaves an audit event too', async () => {
    const input = { service: 'pay', checklist: LAUNCH, item: 'owned' };
    await expect(
      invoke('propose-evidence', { ...input, note: 'It is owned' }),
    ).rejects.toThrow(/is answered by a rule/);
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(event.success).not.toHaveBeenCalled();
  });

  it.each(READERS)('%s shows no service that is hidden', async name => {
    harness.policy.readable = [refOf('cart')];
    await expect(invoke(name, inputOf(name), ada)).rejects.toThrow(
      /is not a service, or the catalog does not show it to you/,
    );
  });

  it.each<[string, string, JsonObject, RegExp]>([
    [
      'what is no reference',
      'get-service',
      { service: 'component:' },
      /^service: expected a reference such as/,
    ],
    [
      'a scorecard that is not there',
      'explain-score',
      { service: 'pay', scorecard: 'x' },
      /^scorecard: the service is not on "x", only on readiness/,
    ],
    [
      'what is no day',
      'what-changed',
      { service: 'pay', from: 'monday' },
      /^from: /,
    ],
  ])('refuse %s', async (_, name, input, message) => {
    await expect(invoke(name, input)).rejects.toThrow(message);
  });
});
