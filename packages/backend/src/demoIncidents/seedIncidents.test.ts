import { mockServices } from '@backstage/backend-test-utils';
import { FakeReliability } from './__testUtils__/FakeReliability';
import { DemoIncidents, readDemoIncidents } from './readDemoIncidents';
import { seedIncidents } from './seedIncidents';

const SINCE = Date.parse('2026-11-21T12:00:00Z');

const file = readDemoIncidents([
  `
records:
  - { key: GATE-1, title: Gates stay shut, services: [gate], at: 2d 05:25, stamps: { resolved: 64 } }
enrichments:
  - { incident: pagerduty:Q1, by: ann, stamps: { impactStart: -5 }, set: { cause: Salt } }
postmortems:
  - { incident: pagerduty:Q1, title: Salt, by: ann, reviewer: bob, sections: { summary: Salt on the lens. } }
followUps:
  - incident: pagerduty:Q1
    by: ann
    title: Clean it
    owner: user:default/ann
    due: -2
    ticket: OPS-1
    status: in-progress
    contradicts: probes-honest
    lesson: { by: bob, title: Clean lenses, reason: Twice this year. }
`,
]);

describe('what people know beyond the tools', () => {
  const logger = mockServices.logger.mock();
  const sendBridgeLog = jest.fn();
  afterEach(() => jest.resetAllMocks());

  const seed = (client: FakeReliability, told: DemoIncidents = file) =>
    seedIncidents(told, sendBridgeLog, {
      client,
      since: SINCE,
      logger,
      signal: new AbortController().signal,
      attempts: 2,
      pauseMs: 0,
    });

  it('is brought as machines and people', async () => {
    const client = new FakeReliability();
    await seed(client);
    expect(client.calls).toEqual([
      'machine POST /incidents/import',
      'machine PUT /changes',
      'ann PATCH /incidents/pagerduty%3AQ1',
      'ann PUT /incidents/pagerduty%3AQ1/postmortem',
      'ann POST /incidents/pagerduty%3AQ1/postmortem/status in-review',
      'bob POST /incidents/pagerduty%3AQ1/postmortem/status published',
      'ann POST /incidents/pagerduty%3AQ1/follow-ups',
      'ann PATCH /follow-ups/f1 in-progress',
      'bob POST /follow-ups/f1/lesson',
    ]);
    expect(sendBridgeLog).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith('Brought the demo incidents');
    expect(client.sent.get('ann PATCH /incidents/pagerduty%3AQ1')).toEqual({
      cause: 'Salt',
      stamps: { impactStart: '2026-11-20T07:55:00.000Z' },
    });
    const postmortem = 'ann PUT /incidents/pagerduty%3AQ1/postmortem';
    expect(client.sent.get(postmortem)).toMatchObject({
      sections: [
        { id: 'summary', text: 'Salt on the lens.' },
        { id: 'timeline', text: '08:00 declared' },
      ],
    });
    const followUp = 'ann POST /incidents/pagerduty%3AQ1/follow-ups';
    expect(client.sent.get(followUp)).toMatchObject({
      dueAt: '2026-11-19T12:00:00.000Z',
      ticket: { key: 'OPS-1' },
      contradicts: { itemId: 'probes-honest' },
    });
  });

  it('is brought once; what somebody changed since stays', async () => {
    const client = new FakeReliability();
    await seed(client);
    client.calls = [];
    await seed(client);
    expect(client.calls).toEqual([
      'machine POST /incidents/import',
      'machine PUT /changes',
    ]);
  });

  it('does not go on with a postmortem that somebody else changed', async () => {
    const client = new FakeReliability();
    client.postmortem = {
      exists: true,
      version: 1,
      status: 'draft',
      updatedBy: 'user:default/eve',
    };
    await seed(client, { ...file, followUps: [], enrichments: [] });
    expect(client.calls.some(call => call.includes('/postmortem'))).toBe(false);
  });

  it('waits for incidents that are not read yet, and tells what is left', async () => {
    const client = new FakeReliability();
    client.isRead = false;
    await seed(client);
    expect(client.calls.filter(call => call.includes('import'))).toHaveLength(
      1,
    );
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^3 parts of the demo incidents were not taken/),
    );
  });

  it.each<[string, Partial<FakeReliability>, string]>([
    [
      'its answer is there',
      { isAnswered: false },
      'Nobody answered probes-honest yet',
    ],
    [
      'the incident has a service',
      { services: [] },
      'pagerduty:Q1 belongs to no service yet',
    ],
  ])('contests nothing before %s', async (_, state, reason) => {
    const client = Object.assign(new FakeReliability(), state);
    await seed(client);
    expect(client.calls.some(call => call.includes('/follow-ups'))).toBe(false);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining(reason));
  });

  it('tries again what the backend rejects', async () => {
    const client = new FakeReliability();
    client.rejects = true;
    await seed(client);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('not a service'),
    );
  });
});
