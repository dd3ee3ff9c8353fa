import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { CountingSource } from '../__testUtils__/countingSource';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import {
  measuredSlo,
  openSloPortal,
  PUSHED_ID,
  SLO_ID,
} from '../__testUtils__/sloPortal';
import {
  loadedOf,
  objectiveOf,
  putSlos,
  putState,
  ratioOf,
} from '../__testUtils__/sloSubjects';
import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const AT = new Date(NOW - MINUTE).toISOString();

describe.each(databases.eachSupportedId())('an SLO on %s', id => {
  let knex: Knex;
  let harness: Harness;
  let source: CountingSource;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    source = new CountingSource();
    harness = await openSloPortal(knex, source);
  });

  const get = (sloId = SLO_ID) => harness.services.slos.get(sloId, user);
  const ofService = (name: string) =>
    harness.services.slos.ofService(refOf(name), user);
  const history = (query = {}) =>
    harness.services.slos.history(SLO_ID, query, user);
  const evaluate = () =>
    harness.services.slo.sloEvaluator.evaluateNow([SLO_ID]);

  it('is pending before it was evaluated', async () => {
    expect(await get()).toMatchObject({
      status: 'pending',
      evaluations: [],
      outlook: null,
      mode: null,
      evaluatedAt: null,
      drift: { state: 'unknown', checkedAt: null, differences: [] },
      hasRules: true,
    });
  });

  it('is told with windows, query and time of evaluation', async () => {
    source.count = { total: 1000, bad: 2 };
    await evaluate();
    const slo = await get();
    expect(slo).toMatchObject({
      status: 'breached',
      sli: 0.998,
      mode: 'raw',
      coverage: 1,
      evaluatedAt: AT,
      sentQueries: ['sum(all)'],
      queries: [
        {
          role: 'good',
          objective: null,
          source: 'prom',
          written: 'good_total',
        },
        {
          role: 'total',
          objective: null,
          source: 'prom',
          written: 'all_total',
        },
      ],
      window: { kind: 'rolling', duration: '30d', to: AT },
    });
    expect(slo.evaluations).toHaveLength(1);
    expect(slo.evaluations[0].budget).toMatchObject({
      bad: 2,
      total: 1000,
      window: { from: '2026-10-21T11:59:00.000Z', to: AT },
    });
    expect(slo.outlook).toEqual({ rollsOff: null, backAboveZeroOn: null });
  });

  it('says when its errors leave the window', async () => {
    source.count = { total: 1000, bad: 2 };
    await evaluate();
    const { measureHash } = loadedOf('best', measuredSlo('availability'));
    await knex('reliability_slo_days').insert({
      slo_id: SLO_ID,
      objective_id: '1',
      day: '2026-10-25',
      bad: 2,
      total: 1000,
      corrected: false,
      warnings: '[]',
      evaluated_at: new Date(NOW),
      definition_hash: measureHash,
      closed: true,
    });
    expect((await get()).outlook?.rollsOff).toEqual({
      on: '2026-11-24',
      share: 2,
    });
  });

  it('keeps its values and names the cause when the last try failed', async () => {
    await evaluate();
    harness.clock.advance(HOUR);
    source.failure = new SliSourceError('unreachable', 'prom does not answer');
    await evaluate();
    expect(await get()).toMatchObject({
      status: 'error',
      error: 'prom does not answer',
      sli: 1,
      evaluatedAt: AT,
    });
  });

  it('asks no source when it is read', async () => {
    await evaluate();
    const measure = jest.spyOn(source, 'measure');
    const coverage = jest.spyOn(source, 'coverage');
    await Promise.all([get(), ofService('best'), history()]);
    expect([measure, coverage].flatMap(spy => spy.mock.calls)).toEqual([]);
  });

  it('tells queries by objective where they differ', async () => {
    const total = { source: 'prom', spec: { a: 1, b: 'x' } };
    const differing = measuredSlo('two', {
      objectives: [
        objectiveOf(ratioOf('prom')),
        objectiveOf(
          {
            sli: { kind: 'raw', rawType: 'success', query: total },
            method: 'Occurrences',
          },
          { id: '2' },
        ),
      ],
    });
    await putSlos(knex, [loadedOf('best', differing)]);
    const { queries } = await get('component~default~best~two');
    expect(queries.map(({ role, objective }) => [role, objective])).toEqual([
      ['good', '1'],
      ['total', '1'],
      ['raw', '2'],
    ]);
    expect(queries[2].written).toBe('{"a":1,"b":"x"}');
  });

  it('has no rules where its source evaluates none', async () => {
    const { hasRules, drift, mode } = await get(PUSHED_ID);
    expect([hasRules, drift, mode]).toEqual([false, null, null]);
  });

  it.each<[string, () => void]>([
    ['there is none', () => {}],
    [
      'the catalog does not show its service',
      () => {
        harness.policy.readable = [refOf('good')];
      },
    ],
  ])('is not found, in the same words, where %s', async (_, prepare) => {
    prepare();
    const asked = harness.policy.readable === 'all' ? `${SLO_ID}x` : SLO_ID;
    await expect(get(asked)).rejects.toThrow(
      `There is no SLO "${asked}", or the catalog does not show its service to you`,
    );
  });

  it('leaves with its service', async () => {
    await harness.stores.services.remove(knex, [refOf('best')], NOW);
    await expect(get()).rejects.toThrow(/There is no SLO/);
  });

  describe('of a service', () => {
    it('comes with the others, the worst first, the tier and its files', async () => {
      await knex('reliability_slo_files').insert({
        entity_ref: refOf('best'),
        file: './slo.yaml',
        location: '{}',
        url: 'https://git.example/slo.yaml',
        state: 'read',
        read_at: new Date(NOW),
        next_check_at: new Date(NOW),
        failures: 0,
        diagnostics: '[]',
        errors: 0,
        changed_at: new Date(NOW),
      });
      await putState(knex, PUSHED_ID, 'breached');
      const reply = await ofService('best');
      expect(reply).toMatchObject({
        entityRef: refOf('best'),
        tier: { id: 'tier-1' },
        tierTarget: 999_000,
        files: [{ file: './slo.yaml', state: 'read', error: null }],
      });
      expect(reply.slos.map(({ name, fileUrl }) => [name, fileUrl])).toEqual([
        ['letters', 'https://git.example/slo.yaml'],
        ['availability', 'https://git.example/slo.yaml'],
      ]);
    });

    it('is none where it has none', async () => {
      expect(await ofService('poor')).toEqual({
        entityRef: refOf('poor'),
        tier: { id: 'untiered', name: 'Untiered' },
        tierTarget: null,
        slos: [],
        files: [],
      });
    });
  });

  describe('has a history', () => {
    const day = (name: string, parts: object = {}) => ({
      slo_id: SLO_ID,
      objective_id: '1',
      day: name,
      bad: 1,
      total: 100,
      coverage: 1,
      remaining: 0.5,
      corrected: false,
      warnings: '["partial"]',
      evaluated_at: new Date(NOW),
      definition_hash: loadedOf('best', measuredSlo('availability'))
        .measureHash,
      closed: true,
      ...parts,
    });

    it('of closed days, oldest first, of a window back unless asked', async () => {
      await knex('reliability_slo_days').insert([
        day('2026-11-19', { bad: null, total: null, corrected: true }),
        day('2026-11-18'),
        day('2026-11-17', { total: 0, bad: 0 }),
        day('2026-10-20'),
        day('2026-11-16', { definition_hash: 'another promise' }),
      ]);
      const { objective, timeZone, items } = await history();
      expect([objective, timeZone]).toEqual(['1', 'UTC']);
      expect(items).toEqual([
        expect.objectContaining({ day: '2026-11-17', total: 0, sli: null }),
        {
          day: '2026-11-18',
          bad: 1,
          total: 100,
          coverage: 1,
          sli: 0.99,
          remaining: 0.5,
          corrected: false,
          warnings: ['partial'],
          evaluatedAt: new Date(NOW).toISOString(),
        },
        expect.objectContaining({
          day: '2026-11-19',
          total: null,
          sli: null,
          corrected: true,
        }),
      ]);
      const longer = await history({ from: '2026-10-01', to: '2026-11-17' });
      expect(longer.items.map(item => item.day)).toEqual([
        '2026-10-20',
        '2026-11-17',
      ]);
    });

    it.each<[object, RegExp]>([
      [{ objective: '2' }, /^objective: there is no objective "2", only 1/],
      [{ from: '2024-01-01' }, /^from: at most 400 days at once/],
    ])('not for %j', async (query, message) => {
      await expect(history(query)).rejects.toThrow(message);
    });
  });
});
