import { mockServices } from '@backstage/backend-test-utils';
import { FakeReliability } from './__testUtils__/FakeReliability';
import { DemoProgramme, readDemoProgramme } from './readDemoProgramme';
import { seedProgramme } from './seedProgramme';

const NOW = Date.parse('2026-11-21T12:00:00Z');

const file = readDemoProgramme([
  `
exemptions:
  - { service: pay, scorecard: s, check: logs, by: ann, reason: First, ends: 9, decision: approve, decider: bob, note: Fine,
      renewal: { reason: Again, ends: 90 } }
  - { service: pay, scorecard: s, check: docs, by: ann, reason: Waits, ends: 9 }
campaigns:
  - { title: Restore, goal: All, by: bob, owner: 'user:default/bob', scorecard: s, checks: [restore], starts: -4, due: 8, then: end, done: 2 }
  - { title: Later, goal: All, by: bob, owner: 'user:default/bob', scorecard: s, checks: [docs], starts: 4, due: 8 }
risks:
  - { number: 7, by: ann, title: Salt, description: Wet, services: [pay], likelihood: 2, impact: 3, owner: 'user:default/ann', mitigation: Seals, review: 5, check: s/logs }
gate:
  - service: pay
    wants: hold
    level: gold
    asked: [{ days: 2, ref: pay-1 }, { days: 0, ref: pay-2, override: { by: ann, reason: It mends it } }]
    waiver: { by: bob, reason: Go on, ends: 2 }
handovers:
  - { service: pay, by: bob, to: 'group:default/booking', note: Take it }
`,
]);

const GATE = '/gate/component/default/pay';
const HANDOVERS = '/services/component/default/pay/handovers';

describe('what leads and pipelines of the demo company did', () => {
  const logger = mockServices.logger.mock();
  afterEach(() => jest.resetAllMocks());

  const seed = (client: FakeReliability, told: DemoProgramme = file) =>
    seedProgramme(told, {
      client,
      now: NOW,
      logger,
      signal: new AbortController().signal,
      attempts: 2,
      pauseMs: 0,
    });

  it('is brought as those who did it', async () => {
    const client = new FakeReliability();
    await seed(client);
    expect(client.calls).toEqual([
      'ann POST /exemptions',
      'bob POST /exemptions/x1/decision',
      'ann POST /exemptions',
      'bob POST /exemptions/x2/decision',
      'ann POST /exemptions',
      'bob POST /campaigns',
      'bob POST /campaigns/x1/decision',
      'bob POST /campaigns/x1/decision',
      'bob POST /campaigns',
      'ann POST /risks',
      `machine POST ${GATE}/decisions`,
      `ann POST ${GATE}/decisions`,
      `bob POST ${GATE}/waivers`,
      `bob POST ${HANDOVERS}`,
    ]);
    expect(logger.info).toHaveBeenCalledWith('Brought the demo programme');
    expect(client.exemptions).toMatchObject([
      { reason: 'First', until: '2026-11-30' },
      { reason: 'Again', until: '2027-02-19', renews: 'x1' },
      { reason: 'Waits', state: 'requested' },
    ]);
    expect(client.campaigns).toMatchObject([
      { startsAt: '2026-11-17', dueAt: '2026-11-29', state: 'ended' },
      { title: 'Later', state: 'draft' },
    ]);
    const check = {
      scorecard: 's',
      check: 'logs',
      entityRef: 'component:default/pay',
    };
    expect(client.risks).toMatchObject([{ reviewBy: '2026-11-26', check }]);
    expect(client.decisions).toMatchObject([
      { key: 'demo/2/pay-1' },
      { key: 'demo/0/pay-2', override: { reason: 'It mends it' } },
    ]);
    expect(client.waivers).toMatchObject([
      { until: '2026-11-23T12:00:00.000Z' },
    ]);
  });

  it('is brought once; what somebody changed since stays', async () => {
    const client = new FakeReliability();
    await seed(client);
    client.calls = [];
    client.risks = [{ id: '00000000-0000-4000-8000-000000000007' }];
    await seed(client);
    expect(client.calls).toEqual([]);
  });

  it.each<[string, Partial<FakeReliability>, string]>([
    [
      'the load line is not what it comes to',
      { verdict: 'warn' },
      'The load line says warn, not hold',
    ],
    [
      'the answers of a service are not read',
      { level: 'none' },
      'Its level is none, not gold',
    ],
    [
      'the facts of a campaign are not read',
      { done: 1 },
      '1 services of "Restore" are done, not 2',
    ],
  ])('waits while %s', async (_, state, reason) => {
    const client = Object.assign(new FakeReliability(), state);
    await seed(client);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining(reason));
  });
});
