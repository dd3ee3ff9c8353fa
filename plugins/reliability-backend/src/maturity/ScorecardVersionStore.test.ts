import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { configOf, DAY, NOW } from '../__testUtils__/harness';
import { check, ladder, only } from '../__testUtils__/scorecards';
import { ScorecardVersionStore, versionOf } from './ScorecardVersionStore';

jest.setTimeout(60_000);

const databases = testDatabases();

const scorecard = (...checks: Parameters<typeof check>[]) =>
  configOf(
    only(
      ladder({
        levels: [{ id: 'bronze', name: 'Bronze' }],
        checks: checks.map(args => check(...args)),
      }),
    ),
  ).scorecards[0];

const one = scorecard([
  'owned',
  { when: 'tier.rank <= 1', pass: 'entity.ownerExists' },
]);
const two = scorecard(['owned'], ['tested', { pass: 'facts["ci/x"] == 1' }]);

it('a version says what each check reads', () => {
  expect(versionOf(one).paths).toEqual({
    owned: ['tier.rank', 'entity.ownerExists'],
  });
  expect(versionOf(two).paths).toEqual({
    owned: [],
    tested: ['facts["ci/x"]'],
  });
  expect(versionOf(one).rules.owned).not.toEqual(versionOf(two).rules.owned);
});

describe.each(databases.eachSupportedId())('scorecard versions on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  it('are read by another process as they were kept', async () => {
    await new ScorecardVersionStore().keep(knex, [one, two], NOW);
    const other = new ScorecardVersionStore();
    for (const kept of [one, two]) {
      expect(await other.get(knex, kept.hash)).toEqual(
        JSON.parse(JSON.stringify(versionOf(kept))),
      );
    }
    expect(await other.get(knex, 'never')).toBeUndefined();
  });

  it('stay when they are kept again, and when others replace them', async () => {
    const store = new ScorecardVersionStore();
    await store.keep(knex, [one], NOW);
    await store.keep(knex, [two], NOW + DAY);
    await store.keep(knex, [one], NOW + 2 * DAY);
    const rows = await knex('reliability_scorecard_versions').orderBy(
      'first_used_at',
    );
    expect(
      rows.map(row => [row.hash, new Date(row.first_used_at).getTime()]),
    ).toEqual([
      [one.hash, NOW],
      [two.hash, NOW + DAY],
    ]);
  });
});
