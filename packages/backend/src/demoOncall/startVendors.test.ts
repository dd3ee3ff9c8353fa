import { AddressInfo, createServer } from 'node:net';
import { readDemoIncidents } from '../demoIncidents/readDemoIncidents';
import { readDemoOncall } from './readDemoOncall';
import startVendors from './startVendors';

const SINCE = Date.parse('2026-11-21T12:00:00Z');

const file = readDemoOncall(`
strangers:
  noah: { name: Noah, email: noah@example.com, left: true }
schedules:
  pay: { title: Pay primary, turns: [ada] }
  old: { title: Old, turns: [noah] }
pagerduty:
  - { id: PE1, title: Pay, team: Payments, levels: [[pay], [noah]], services: { PS1: Gateway } }
opsgenie:
  - { name: pay, levels: [[pay]] }
calendars:
  - { id: ship, title: Ship, form: google, levels: [pay, old] }
`);

const incidents = readDemoIncidents([
  `
pagerduty: [{ id: Q1, service: PS1, title: Down, at: 40m }]
firehydrant:
  - { name: Down, services: [Gateway], severity: SEV1, at: 1d 09:00, stamps: { resolved: 9 } }
status:
  - id: s1
    name: Slow
    impact: minor
    components: [Site]
    at: 1d 09:00
    updates: [{ after: 0, status: resolved, text: Well. }]
`,
]);

const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

describe('the vendors of the demo', () => {
  let port: number;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    port = await freePort();
    stop = await startVendors(file, { port, since: SINCE, incidents });
  });
  afterAll(() => stop());

  const ask = (path: string, headers = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const token = { authorization: 'Token token=not-a-secret-of-the-demo' };

  it('are found under paths of one port', async () => {
    const query =
      'escalation_policy_ids[]=PE1&since=2026-11-21T12:00:00Z&until=2026-11-21T13:00:00Z&include[]=users';
    const reply = await ask(`/pagerduty/oncalls?${query}`, token);
    const { oncalls } = await reply.json();
    expect(oncalls).toMatchObject([
      {
        escalation_level: 1,
        user: { name: 'Ada', email: 'ada@example.com' },
        schedule: { summary: 'Pay primary' },
      },
      { escalation_level: 2, user: { deleted_at: expect.any(String) } },
    ]);
  });

  it('tell of teams as Opsgenie does', async () => {
    const genie = { authorization: 'GenieKey not-a-secret-of-the-demo' };
    const reply = await ask('/opsgenie/v2/teams', genie);
    expect((await reply.json()).data).toMatchObject([{ name: 'pay' }]);
    const timeline = await ask('/opsgenie/v2/schedules/pay/timeline', genie);
    const { rotations } = (await timeline.json()).data.finalTimeline;
    expect(rotations[0].periods.at(-1).recipient.name).toBe('ada@example.com');
  });

  it.each([
    [
      'PagerDuty',
      '/pagerduty/incidents?date_range=all',
      token.authorization,
      { incidents: [{ title: 'Down' }] },
    ],
    [
      'FireHydrant',
      '/firehydrant/v1/incidents',
      'Bearer not-a-secret-of-the-demo',
      { data: [{ name: 'Down' }] },
    ],
    [
      'the status page',
      '/status/v1/pages/kittiwake/incidents',
      'OAuth not-a-secret-of-the-demo',
      [{ name: 'Slow' }],
    ],
  ])('tell of incidents as %s does', async (_, path, authorization, told) => {
    const reply = await ask(path, { authorization });
    expect(await reply.json()).toMatchObject(told);
  });

  it('look at credentials', async () => {
    expect((await ask('/pagerduty/users')).status).toBe(401);
  });

  it('give out calendars with a level in every title', async () => {
    const path = '/calendars/calendar/fake-feed-secret/ship.ics';
    const text = await (await ask(`${path}?key=fake-feed-secret`)).text();
    expect(text).toContain('SUMMARY:Level 1: Ada');
    expect(text).toContain('SUMMARY:Level 2: Noah');
  });

  it('are nowhere else', async () => {
    expect((await ask('/nobody')).status).toBe(404);
  });

  it('cannot share their port', async () => {
    await expect(startVendors(file, { port, since: SINCE })).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});
