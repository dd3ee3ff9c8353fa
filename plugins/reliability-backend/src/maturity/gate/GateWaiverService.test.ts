import { mockCredentials } from '@backstage/backend-test-utils';
import {
  createGateWaiverRequestSchema,
  CreateGateWaiverRequest,
  listGateWaiversQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';

jest.setTimeout(120_000);

const databases = testDatabases();
const ada = mockCredentials.user('user:default/ada');
const bob = mockCredentials.user('user:default/bob');
const iso = (time: number) => new Date(time).toISOString();

describe.each(databases.eachSupportedId())('waivers on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  const waivers = () => harness.services.programme.gate.waivers;
  const give = (
    changed: Partial<CreateGateWaiverRequest> = {},
    name = 'best',
    who = ada,
  ) =>
    waivers().create(
      refOf(name),
      createGateWaiverRequestSchema.parse({
        reason: 'A launch',
        until: iso(NOW + DAY),
        ...changed,
      }),
      who,
    );
  const end = (waiver: string, name = 'best', who = bob) =>
    waivers().end(refOf(name), waiver, { reason: 'It is over' }, who);
  const list = (query: object = {}) =>
    waivers().list(listGateWaiversQuerySchema.parse(query), ada);

  it('are kept with who, why, until when and for what', async () => {
    const given = await give({ rules: ['budget-spent'] });
    expect(given).toMatchObject({
      entityRef: refOf('best'),
      serviceTitle: 'best',
      owner: 'group:default/red',
      rules: ['budget-spent'],
      reason: 'A launch',
      until: iso(NOW + DAY),
      by: 'user:default/ada',
      at: iso(NOW),
      state: 'in-force',
      ended: null,
    });
    expect((await list()).items).toEqual([given]);
  });

  it('are given once, however often they are asked for', async () => {
    const first = await give({ rules: ['fast-burn', 'budget-spent'] });
    const again = await give({ rules: ['budget-spent', 'fast-burn'] });
    expect(again).toEqual(first);
    const [one, other] = await Promise.all([
      give({}, 'best', bob),
      give({}, 'best', bob),
    ]);
    expect(other).toEqual(one);
    expect((await list()).totalItems).toBe(2);
  });

  it.each<[string, Partial<CreateGateWaiverRequest>, RegExp]>([
    [
      'in the past',
      { until: iso(NOW) },
      /^until: expected a time in the future$/,
    ],
    [
      'longer than the policy allows',
      { until: iso(NOW + 3 * DAY + 1) },
      /^until: expected a time up to 2026-11-23T12:00:00.000Z, as the policy "tier-1" allows P3D$/,
    ],
    [
      'of a rule that is not there',
      { rules: ['budget-spent', 'x'] },
      /^rules\[1\]: the policy "tier-1" has no rule "x", only budget-spent,/,
    ],
  ])('are refused %s', async (_, changed, message) => {
    await expect(give(changed)).rejects.toThrow(message);
    expect((await list()).totalItems).toBe(0);
  });

  it('last as long as the policy allows', async () => {
    const until = iso(NOW + 3 * DAY);
    expect((await give({ until })).until).toBe(until);
  });

  it('need an end and a reason', () => {
    const problems = createGateWaiverRequestSchema.safeParse({ reason: ' a ' });
    expect(problems.error?.issues.map(({ path }) => path[0])).toEqual([
      'reason',
      'until',
    ]);
  });

  it('end early, with who and why, and once', async () => {
    const { id: waiver } = await give();
    harness.clock.advance(HOUR);
    const ended = await end(waiver);
    expect(ended).toMatchObject({
      state: 'ended',
      ended: {
        by: 'user:default/bob',
        at: iso(NOW + HOUR),
        reason: 'It is over',
      },
    });
    harness.clock.advance(HOUR);
    expect(await end(waiver, 'best', ada)).toEqual(ended);
    expect((await list()).totalItems).toBe(0);
    expect((await list({ state: 'all' })).items).toEqual([ended]);
  });

  it('are over at their end, and stay on record', async () => {
    const { id: waiver } = await give();
    harness.clock.advance(DAY);
    expect((await list()).totalItems).toBe(0);
    expect((await end(waiver)).state).toBe('over');
    expect((await list({ state: 'all' })).items[0]).toMatchObject({
      state: 'over',
      ended: null,
    });
  });

  it('are found at their own service only', async () => {
    const { id: waiver } = await give();
    await expect(end(waiver, 'good')).rejects.toThrow(/no waiver/);
  });

  it('are for whoever may waive', async () => {
    const { id: waiver } = await give();
    harness.policy.denied.add('reliability.gate.waive');
    const refusal = { name: 'NotAllowedError' };
    await expect(give({ reason: 'Another' })).rejects.toMatchObject(refusal);
    await expect(end(waiver)).rejects.toMatchObject(refusal);
  });

  it('are shown to whoever sees the service, in the count too', async () => {
    await give();
    await give({}, 'good');
    expect((await list({ owner: 'group:default/blue' })).totalItems).toBe(1);
    expect((await list({ service: refOf('best') })).totalItems).toBe(1);
    harness.policy.readable = [refOf('good')];
    harness.clock.advance(60_000);
    const { items, totalItems } = await list();
    expect(items.map(({ serviceTitle }) => serviceTitle)).toEqual(['good']);
    expect(totalItems).toBe(1);
    await expect(give()).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('page, the newest first', async () => {
    for (const name of ['best', 'good', 'even']) {
      await give({}, name);
      harness.clock.advance(60_000);
    }
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect(
      [...first.items, ...second.items].map(item => item.serviceTitle),
    ).toEqual(['even', 'good', 'best']);
    expect(second.nextCursor).toBeUndefined();
  });
});
