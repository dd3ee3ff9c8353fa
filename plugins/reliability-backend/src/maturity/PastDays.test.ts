import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { createHarness, DAY, NOW } from '../__testUtils__/harness';
import { dayBefore } from '../database/dates';
import { PastDays } from './PastDays';

jest.setTimeout(60_000);

const databases = testDatabases();

const HOUR = 60 * 60 * 1000;
const [TODAY, YESTERDAY, LAST_WEEK] = [0, 1, 7].map(ago => dayBefore(NOW, ago));

describe.each(databases.eachSupportedId())('days that are over on %s', id => {
  let knex: Knex;
  let now: number;
  let days: PastDays;
  let statements: number;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    knex.on('query', () => (statements += 1));
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    await createHarness({ knex });
    now = NOW;
    statements = 0;
    days = new PastDays({ now: () => now });
  });

  /** Rows of a day, each as `name level coverage`. */
  const record = (day: string, ...lines: string[]) =>
    knex('reliability_daily').insert(
      lines.map(line => {
        const [name, level, coverage] = line.split(' ');
        return {
          day,
          scorecard_id: 'ladder',
          entity_ref: name,
          level_id: level,
          level_index: 0,
          score: Number(coverage) / 2,
          coverage: Number(coverage),
          tier_id: 'tier-1',
        };
      }),
    );

  const levels = async (on: string[], refs: string[]) =>
    (await days.levels(knex, 'ladder', on, refs)).map(
      ({ day, level, services, coverageSum }) =>
        `${day} ${level} ${services} ${coverageSum}`,
    );

  it('tell how each service stood', async () => {
    await record(YESTERDAY, 'a gold 900', 'b none 0');
    const day = await days.on(knex, 'ladder', YESTERDAY);
    expect(['a', 'b', 'c'].map(ref => day?.get(ref))).toEqual([
      { levelId: 'gold', score: 450, coverage: 900 },
      { levelId: 'none', score: 0, coverage: 0 },
      undefined,
    ]);
  });

  it('count only the services that are asked for', async () => {
    await record(LAST_WEEK, 'a gold 900', 'b gold 500', 'gone none 100');
    await record(YESTERDAY, 'b gold 700', 'new none 300');
    expect(
      await levels([LAST_WEEK, TODAY, YESTERDAY], ['a', 'b', 'new', 'never']),
    ).toEqual([
      `${LAST_WEEK} gold 2 1400`,
      `${YESTERDAY} gold 1 700`,
      `${YESTERDAY} none 1 300`,
    ]);
    expect(await levels([LAST_WEEK], ['gone'])).toEqual([
      `${LAST_WEEK} none 1 100`,
    ]);
    expect(await levels([LAST_WEEK], [])).toEqual([]);
  });

  it('are the last recorded up to a day', async () => {
    await record(LAST_WEEK, 'a gold 900');
    const upTo = async (day: string) =>
      (await days.upTo(knex, 'ladder', day))?.day;
    expect(await upTo(YESTERDAY)).toBe(LAST_WEEK);
    expect(await upTo(dayBefore(NOW, 8))).toBe(undefined);
  });

  it('are read once, and only when nothing can be added to them', async () => {
    await record(YESTERDAY, 'a gold 900');
    now = Date.parse(TODAY) + HOUR / 2;
    await levels([YESTERDAY], ['a']);
    await record(YESTERDAY, 'b gold 100');
    now = Date.parse(TODAY) + HOUR;
    expect(await levels([YESTERDAY], ['a', 'b'])).toEqual([
      `${YESTERDAY} gold 2 1000`,
    ]);
    statements = 0;
    now += DAY;
    await levels([YESTERDAY], ['a', 'b']);
    expect(statements).toBe(0);
  });
});
