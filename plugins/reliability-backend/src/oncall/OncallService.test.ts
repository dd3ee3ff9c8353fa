import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import {
  MIRROR,
  openOncallPortal,
  PAYMENTS,
} from '../__testUtils__/oncallPortal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const PEOPLE = 'reliability.oncall.people';
const iso = (time: number) => new Date(time).toISOString();

describe.each(databases.eachSupportedId())('who is on call on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openOncallPortal(knex);
  });

  afterEach(() => harness.policy.denied.clear());

  const of = (name: string) =>
    harness.services.oncall.ofService(refOf(name), user);

  it('is told level by level with the people of the reply', async () => {
    const reply = await of('best');
    expect(reply).toMatchObject({
      entityRef: refOf('best'),
      title: 'best',
      owner: 'group:default/red',
      tier: { id: 'tier-1', name: 'Business critical' },
      at: iso(NOW),
      window: { from: iso(NOW), to: iso(NOW + 14 * DAY) },
      contract: { coverage: '24x7', minResponders: 4, minLevels: 2 },
      mirrors: ['pager', 'genie'],
      namesHidden: false,
      refreshedRecently: true,
    });
    expect(reply.people).toEqual([
      {
        key: 'p1',
        name: 'Ada Catalog',
        entityRef: 'user:default/ada',
        email: 'ada@example.com',
        picture: 'https://example.com/ada.png',
        url: 'https://pager.example.com/ada',
        state: 'known',
      },
      expect.objectContaining({
        key: 'p2',
        name: 'Bob Catalog',
        state: 'left',
      }),
      {
        key: 'p3',
        name: 'Cyd Person',
        entityRef: null,
        email: 'cyd@example.com',
        picture: null,
        url: null,
        state: 'unknown',
      },
    ]);
    expect(reply.cover).toMatchObject({
      state: 'covered',
      responders: 3,
      gapHours: 0,
      gaps: [{ from: iso(NOW + 27 * HOUR), level: 1, required: false }],
      handovers: [
        { at: iso(NOW + 3 * HOUR), level: 1, out: ['p1'], in: ['p2'] },
        { at: iso(NOW + 27 * HOUR), level: 1, out: ['p2'], in: [] },
      ],
    });
  });

  it('is told rotation by rotation, with the timeline and whose annotation names it', async () => {
    const [payments, mirror] = (await of('best')).rotations;
    expect(payments).toMatchObject({
      id: PAYMENTS,
      provider: 'pagerduty',
      kind: 'escalation',
      title: 'Payments rota',
      team: 'Payments team',
      timeZone: 'Europe/Berlin',
      url: 'https://pager.example.com/P1',
      mirror: false,
      from: 'entity',
      annotation: 'plimsoll.dev/oncall',
      state: 'ok',
      fetchedAt: iso(NOW),
      error: null,
      warnings: ['Ada Person has no phone'],
      certainty: 'exact',
    });
    expect(
      payments.spans.map(({ from, to, level, person }) => [
        (Date.parse(from) - NOW) / HOUR,
        (Date.parse(to) - NOW) / HOUR,
        level,
        person,
      ]),
    ).toEqual([
      [0, 3, 1, 'p1'],
      [0, 14 * 24, 2, 'p3'],
      [3, 27, 1, 'p2'],
    ]);
    expect(mirror).toMatchObject({ id: MIRROR, mirror: true });
    expect((await of('even')).rotations[0].from).toBe('owner');
  });

  it('comes with what is doubtful and what cannot be followed', async () => {
    const { findings, problems } = await of('best');
    expect(findings).toMatchObject([
      {
        code: 'person-left',
        severity: 'error',
        rotation: PAYMENTS,
        people: ['p2'],
        evidence: { name: 'Bob Catalog', count: 1 },
      },
      { code: 'gap', people: [] },
    ]);
    expect(problems).toEqual([
      {
        annotation: 'plimsoll.dev/oncall',
        value: 'nowhere:schedule:X',
        message: 'There is no account "nowhere"',
      },
    ]);
  });

  it('is told without names to a reader who may not see people', async () => {
    harness.policy.denied.add(PEOPLE);
    const reply = await of('best');
    expect(JSON.stringify(reply)).not.toMatch(
      /ada|bob|cyd|user:|@|example\.com\/a/i,
    );
    expect(reply.people.map(({ key, name }) => [key, name])).toEqual([
      ['p1', null],
      ['p2', null],
      ['p3', null],
    ]);
    expect(reply.rotations[0].warnings).toEqual(['somebody has no phone']);
    expect(reply.findings[0].evidence).toEqual({ name: 'somebody', count: 1 });
    expect(reply.cover.levels[0]).toMatchObject({ until: iso(NOW + 3 * HOUR) });
  });

  it('is not found where the catalog does not show the service', async () => {
    harness.policy.readable = [refOf('good')];
    await expect(of('best')).rejects.toThrow(
      /is not a service, or the catalog/,
    );
    harness.policy.readable = 'all';
  });

  it('says when the rotations were asked for too recently to be read again', async () => {
    const recently = async () => (await of('good')).refreshedRecently;
    expect(await recently()).toBe(true);
    harness.clock.advance(MINUTE);
    expect(await recently()).toBe(false);
    harness.clock.advance(-MINUTE);
  });
});
