import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';
import { openSloPortal, PUSHED_ID, SLO_ID } from '../__testUtils__/sloPortal';
import { putState } from '../__testUtils__/sloSubjects';

jest.setTimeout(60_000);

const databases = testDatabases();
const iso = (time: number) => new Date(time).toISOString();

describe.each(databases.eachSupportedId())('closed days on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeEach(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openSloPortal(knex);
    await knex('reliability_slo_days').insert(
      [PUSHED_ID, SLO_ID].flatMap(slo =>
        ['2026-11-14', '2026-11-15', '2026-11-16'].map(day => ({
          slo_id: slo,
          objective_id: '1',
          day,
          corrected: false,
          warnings: '[]',
          evaluated_at: new Date(NOW),
          definition_hash: 'h',
          closed: true,
        })),
      ),
    );
  });

  const push = (end: number) =>
    harness.services.sloSamples.push(
      {
        source: 'nightly',
        samples: [
          {
            entityRef: refOf('best'),
            slo: 'letters',
            start: iso(end - HOUR),
            end: iso(end),
            bad: 1,
            total: 2,
          },
        ],
      },
      mockCredentials.service(),
    );
  const open = () =>
    knex('reliability_slo_days')
      .where({ closed: false })
      .orderBy('day')
      .select('slo_id', 'day');

  it('are computed again from the day of a sample that came late', async () => {
    await push(NOW - 5 * DAY);
    expect(await open()).toEqual([
      { slo_id: PUSHED_ID, day: '2026-11-15' },
      { slo_id: PUSHED_ID, day: '2026-11-16' },
    ]);
  });

  it('stay as they are when a sample of now comes, or the same again', async () => {
    await push(NOW);
    expect(await open()).toEqual([]);
    await push(NOW - 5 * DAY);
    await knex('reliability_slo_days').update({ closed: true });
    await push(NOW - 5 * DAY);
    expect(await open()).toEqual([]);
  });

  it('have the coverage asked for again, which a sample of now does not', async () => {
    const asked = { coverage: '{}', coverage_at: new Date(NOW) };
    await putState(knex, PUSHED_ID, 'no_data', asked);
    const coverageAt = async () =>
      (
        await knex('reliability_slo_states')
          .where({ slo_id: PUSHED_ID })
          .first('coverage_at')
      ).coverage_at;
    await push(NOW);
    expect(await coverageAt()).not.toBeNull();
    await push(NOW - 5 * DAY);
    expect(await coverageAt()).toBeNull();
  });
});
