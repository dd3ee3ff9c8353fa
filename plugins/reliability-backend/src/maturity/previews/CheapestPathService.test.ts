import { mockCredentials } from '@backstage/backend-test-utils';
import {
  CheapestPathQuery,
  cheapestPathQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { Harness, MINUTE } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { push } from '../../__testUtils__/push';
import { ladder, only } from '../../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

describe.each(databases.eachSupportedId())('the cheapest path on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    await push(harness, 'even', { coverage: null });
    harness.services.ranking.changed();
  });

  afterEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(MINUTE);
  });

  const pathOf = (query: Partial<CheapestPathQuery> = {}, from = harness) =>
    from.services.programme.previews.cheapestPaths.get(
      cheapestPathQuerySchema.parse({ goal: 'silver', ...query }),
      user,
    );
  const linesOf = async (query?: Partial<CheapestPathQuery>) =>
    (await pathOf(query)).items.map(
      ({ entityRef, fix, learn }) =>
        `${entityRef.slice(18)}: ${fix.join()} | ${learn.join()}`,
    );

  it('says what each service below the goal needs, least work first', async () => {
    expect(await linesOf()).toEqual([
      'good: tested | ',
      'even:  | tested',
      'poor: owned | tested',
    ]);
  });

  it('adds it up', async () => {
    const { goal, totals, byCheck, byOwner } = await pathOf();
    expect(goal).toEqual({ id: 'silver', name: 'Silver', index: 1 });
    expect(totals).toEqual({
      services: 4,
      reached: 1,
      reachable: 3,
      unreachable: 0,
      outdated: 0,
      fix: 2,
      learn: 2,
    });
    expect(byCheck).toEqual([
      { id: 'tested', title: 'Check tested', fix: 1, learn: 2, last: 2 },
      { id: 'owned', title: 'Check owned', fix: 1, learn: 0, last: 0 },
    ]);
    expect(byOwner.map(({ owner, services }) => [owner, services])).toEqual([
      [expect.stringMatching(/nobody$/), 1],
      ['group:default/blue', 1],
      ['group:default/red', 1],
    ]);
  });

  it.each<[Partial<CheapestPathQuery>, string[]]>([
    [{ goal: 'bronze' }, ['poor: owned | ']],
    [{ tier: ['tier-0', 'tier-1'] }, ['good: tested | ']],
    [{ owner: 'group:default/red' }, ['even:  | tested']],
    [{ step: 'owned' }, ['poor: owned | tested']],
    [{ owner: [] }, []],
  ])('narrows to %j', async (query, expected) => {
    expect(await linesOf(query)).toEqual(expected);
  });

  it('keeps the totals while a step narrows the list', async () => {
    const { totalItems, totals } = await pathOf({ step: 'owned' });
    expect([totalItems, totals.reachable]).toEqual([1, 3]);
  });

  it('pages', async () => {
    const first = await pathOf({ limit: 2 });
    const second = await pathOf({ limit: 2, cursor: first.nextCursor });
    expect([first, second].map(({ items }) => items.length)).toEqual([2, 1]);
    expect([first.totalItems, second.totalItems, second.nextCursor]).toEqual([
      3,
      3,
      undefined,
    ]);
    await expect(
      pathOf({ goal: 'bronze', cursor: first.nextCursor }),
    ).rejects.toThrow(/^cursor: /);
  });

  it('shows and counts what the reader may see', async () => {
    harness.policy.readable = [refOf('good'), refOf('best')];
    harness.clock.advance(MINUTE);
    const { items, totals, byOwner } = await pathOf();
    expect([items.length, totals.services, byOwner.length]).toEqual([1, 2, 1]);
  });

  it('counts reports of older rules apart, and guesses nothing from them', async () => {
    const changed = await harness.restart(only(ladder({ title: 'Other' })));
    expect(await pathOf({}, changed)).toMatchObject({
      totalItems: 0,
      totals: { services: 0, outdated: 4 },
    });
  });
});
