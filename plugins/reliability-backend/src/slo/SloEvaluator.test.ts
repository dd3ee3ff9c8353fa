import {
  SliSourceError,
  SloStatusSource,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames } from '../__testUtils__/entities';
import { DAY, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import {
  documents,
  openSloPortal,
  sloDocument,
  SloPortal,
  withSlos,
} from '../__testUtils__/slo';
import { check, ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(120_000);

const databases = testDatabases();
const availability = 'component~default~pay~availability';

/** A month of a hundred events a minute, with this share of bad ones. */
const month = (bad: number) => [
  { from: NOW - 60 * DAY, to: NOW + 60 * DAY, perMinute: 100, bad },
];

describe.each(databases.eachSupportedId())('evaluation on %s', id => {
  let knex: Knex;
  let portal: SloPortal;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    portal = await openSloPortal({ knex });
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    portal.source.traffic.set('total', month(0.005));
  });

  const stateOf = async (slo = availability) =>
    (await portal.stores.sloStates.whole(knex, [slo])).get(slo)!;

  const evaluateAt = async (later: number) => {
    portal.clock.advance(later);
    await portal.evaluate();
  };

  it('writes what lists and pages read', async () => {
    await portal.readAll();
    await portal.evaluate();
    const at = NOW - MINUTE;
    const state = await stateOf();
    expect(state).toMatchObject({
      status: 'healthy',
      valueStatus: 'healthy',
      flags: [],
      target: 990_000,
      error: null,
      pages: 0,
      tickets: 0,
      windowFrom: at - 30 * DAY,
      windowTo: at,
      evaluatedAt: at,
      triedAt: NOW,
      failures: 0,
    });
    expect(state.sli).toBeCloseTo(0.995, 9);
    expect(state.remaining).toBeCloseTo(0.5, 9);
    expect(state.remainingMs).toBeCloseTo(0.5 * 0.01 * 30 * DAY, 0);
    expect(state.burn).toBeCloseTo(0.5, 9);
    expect(state.evaluation).toMatchObject({
      at,
      mode: 'raw',
      queries: ['total'],
      warnings: [],
      coverage: 1,
      newestSampleAt: at,
    });
  });

  it('is due again within a minute, each SLO at a moment of its own', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `slo-${index}`);
    portal.files.files.set(
      'slo.yaml',
      documents(...names.map(name => sloDocument(name))),
    );
    await portal.readAll();
    await portal.evaluate();
    const next: number[] = [];
    for (const name of names) {
      next.push((await stateOf(`component~default~pay~${name}`)).nextTryAt);
    }
    expect(Math.min(...next)).toBeGreaterThan(NOW);
    expect(Math.max(...next)).toBeLessThanOrEqual(NOW + MINUTE);
    expect(new Set(next.map(time => Math.floor(time / 10_000))).size).toBe(6);
    portal.source.asked.length = 0;
    for (let ticks = 0; ticks < 12; ticks++) await evaluateAt(10_000);
    expect(portal.source.asked).toHaveLength(80);
  });

  it('asks once for objectives that share an indicator', async () => {
    portal.files.files.set(
      'slo.yaml',
      sloDocument('availability', {
        objectives: [{ target: 0.99 }, { target: 0.999 }],
      }),
    );
    await portal.readAll();
    await portal.evaluate();
    expect(portal.source.asked).toHaveLength(1);
    expect(await stateOf()).toMatchObject({
      status: 'breached',
      target: 999_000,
    });
    expect((await stateOf()).evaluation?.objectives).toHaveLength(2);
  });

  it('asks about coverage every ten minutes', async () => {
    portal.source.coverageIs = 0.2;
    await portal.readAll();
    await portal.evaluate();
    expect(await stateOf()).toMatchObject({ flags: ['provisional'] });
    portal.source.coverageIs = 0.9;
    for (let minutes = 0; minutes < 10; minutes++) await evaluateAt(MINUTE);
    expect(portal.source.coverageAsked).toBe(2);
    expect(await stateOf()).toMatchObject({ flags: [] });
  });

  it('holds on to the last coverage where the source does not say, and asks no sooner', async () => {
    portal.source.coverageIs = 0.2;
    await portal.readAll();
    await portal.evaluate();
    portal.source.fail('too much', { query: 'coverage', failure: 'too-much' });
    for (let minutes = 0; minutes < 20; minutes++) await evaluateAt(MINUTE);
    expect(portal.source.coverageAsked).toBe(3);
    expect(await stateOf()).toMatchObject({
      status: 'healthy',
      flags: ['provisional'],
      error: null,
    });
  });

  it('takes corrections out, and shows the numbers without them', async () => {
    portal.source.traffic.set('total', [
      ...month(0),
      { from: NOW - 5 * HOUR, to: NOW - 4 * HOUR, perMinute: 10_000, bad: 1 },
    ]);
    await portal.readAll();
    await portal.evaluate();
    expect(await stateOf()).toMatchObject({ status: 'breached' });
    await portal.stores.sloCorrections.add(knex, {
      id: 'a2c1b1de-0000-4000-8000-000000000000',
      sloId: availability,
      from: NOW - 5 * HOUR,
      to: NOW - 4 * HOUR,
      reason: 'Planned work',
      by: 'user:default/ada',
      at: NOW,
    });
    await portal.services.slo.sloEvaluator.evaluateNow([availability]);
    const state = await stateOf();
    expect(state).toMatchObject({ status: 'healthy', flags: ['corrected'] });
    expect(state.evaluation?.objectives[0].uncorrected?.remaining).toBeLessThan(
      0,
    );
  });

  it('an answer in part is flagged', async () => {
    portal.source.warnings = ['a store did not answer'];
    await portal.readAll();
    await portal.evaluate();
    const state = await stateOf();
    expect(state.flags).toEqual(['partial']);
    expect(state.evaluation?.warnings).toEqual(['a store did not answer']);
  });

  it('a breach takes the level away in the same transaction; noise assesses nothing', async () => {
    await emptyDatabase(knex);
    portal = await openSloPortal({
      knex,
      reliability: only(
        ladder({
          checks: [
            check('owned', { pass: 'entity.ownerExists' }),
            check('budget', { level: 'silver', pass: 'slo.breached == 0' }),
          ],
        }),
      ),
    });
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    portal.source.traffic.set('total', month(0.005));
    const levelOf = async () => {
      const [report] = await knex('reliability_reports');
      return [report.level_id, Number(new Date(report.assessed_at))];
    };
    await portal.readAll();
    expect(await levelOf()).toEqual(['bronze', NOW]);
    await portal.evaluate();
    expect(await levelOf()).toEqual(['silver', NOW]);
    const assess = jest.spyOn(portal.services.reassessor, 'reassess');
    for (let minutes = 0; minutes < 5; minutes++) {
      portal.source.traffic.set('total', month(0.005 + minutes / 1e6));
      await evaluateAt(MINUTE);
    }
    expect(assess).not.toHaveBeenCalled();
    portal.source.traffic.set('total', month(0.02));
    await evaluateAt(MINUTE);
    expect(await stateOf()).toMatchObject({ status: 'breached' });
    expect(assess).toHaveBeenCalledTimes(1);
    expect((await levelOf())[0]).toBe('bronze');
  });

  it('a source that evaluates by itself is taken at its word', async () => {
    const report = jest.fn(async () => ({
      sli: 0.98,
      remaining: -1,
      burns: [],
      at: NOW - HOUR,
      warnings: [],
    }));
    const status: SloStatusSource = {
      kind: 'status',
      name: 'main',
      type: 'fake',
      check: () => [],
      report,
    };
    await emptyDatabase(knex);
    portal = await openSloPortal({ knex, sources: [status] });
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    await portal.readAll();
    await portal.evaluate();
    expect(await stateOf()).toMatchObject({
      status: 'breached',
      sli: 0.98,
      remaining: -1,
      evaluation: { mode: 'reported', queries: [] },
    });
    await portal.services.slo.sloHistory.workDue('main');
    expect(await knex('reliability_slo_days')).toEqual([]);
    report.mockRejectedValue(new SliSourceError('refused', 'not yours'));
    await evaluateAt(MINUTE);
    expect(await stateOf()).toMatchObject({
      status: 'error',
      error: 'not yours',
      remaining: -1,
    });
  });

  it('a thousand SLOs are read and written with few statements', async () => {
    await emptyDatabase(knex);
    const names = Array.from({ length: 50 }, (_, index) => `slo-${index}`);
    portal = await openSloPortal({
      knex,
      entities: manyNames(20).map(name => withSlos(name)),
    });
    portal.files.files.set(
      'slo.yaml',
      documents(...names.map(name => sloDocument(name))),
    );
    await portal.readAll();
    await portal.evaluate();
    portal.clock.advance(2 * MINUTE);
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', listen);
    await portal.evaluate();
    knex.removeListener('query', listen);
    expect(portal.source.asked).toHaveLength(2000);
    expect(statements.length).toBeLessThan(80);
    expect(
      statements.filter(sql => /select.*"?`?definition[`"]/.test(sql)),
    ).toEqual([]);
  });
});
