import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { DAY, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import {
  documents,
  FakeSource,
  openSloPortal,
  sloDocument,
  SloPortal,
  withSlos,
} from '../__testUtils__/slo';

jest.setTimeout(120_000);

const databases = testDatabases();
const availability = 'component~default~pay~availability';
const quality = 'component~default~pay~quality';

/** A month of a hundred events a minute, with this share of bad ones. */
const month = (bad: number) => [
  { from: NOW - 60 * DAY, to: NOW + 60 * DAY, perMinute: 100, bad },
];

describe.each(databases.eachSupportedId())('faults of sources on %s', id => {
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

  it('a failure keeps the last values with their time, and is tried less and less often', async () => {
    await portal.readAll();
    await portal.evaluate();
    const before = await stateOf();
    portal.source.fail('main is down: connection refused');
    portal.clock.now = before.nextTryAt;
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries++) {
      await portal.evaluate();
      const state = await stateOf();
      waits.push((state.nextTryAt - portal.clock.now) / MINUTE);
      portal.clock.now = state.nextTryAt;
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
    const { evaluation, sli, remaining, evaluatedAt } = before;
    expect(await stateOf()).toMatchObject({
      status: 'error',
      valueStatus: 'healthy',
      error: 'main is down: connection refused',
      failures: 6,
      evaluation,
      sli,
      remaining,
      evaluatedAt,
    });
    portal.source.failures.clear();
    await portal.evaluate();
    expect(await stateOf()).toMatchObject({
      status: 'healthy',
      error: null,
      failures: 0,
    });
  });

  it('a source that answers again is asked at once about all that failed', async () => {
    portal.files.files.set(
      'slo.yaml',
      documents(sloDocument('availability'), sloDocument('quality')),
    );
    await portal.readAll();
    portal.source.fail();
    await portal.evaluate();
    await evaluateAt(MINUTE);
    await knex('reliability_slo_states')
      .where({ slo_id: quality })
      .update({ next_try_at: new Date(portal.clock.now + HOUR) });
    portal.source.failures.clear();
    await evaluateAt(2 * MINUTE);
    expect(await stateOf(quality)).toMatchObject({ status: 'error' });
    await evaluateAt(10_000);
    expect(await stateOf(quality)).toMatchObject({ status: 'healthy' });
  });

  it('one query that is wrong keeps its back-off while the others do well', async () => {
    portal.files.files.set(
      'slo.yaml',
      documents(
        sloDocument('availability'),
        sloDocument('quality', { query: 'wrong' }),
      ),
    );
    portal.source.fail('1:5: parse error', {
      query: 'wrong',
      failure: 'bad-query',
    });
    await portal.readAll();
    for (let minutes = 0; minutes < 31; minutes++) {
      await portal.evaluate();
      portal.clock.advance(MINUTE);
    }
    const asked = portal.source.asked.filter(({ indicator }) =>
      JSON.stringify(indicator).includes('"wrong"'),
    );
    expect(asked).toHaveLength(6);
    expect(await stateOf(quality)).toMatchObject({
      status: 'error',
      error: '1:5: parse error',
      evaluatedAt: null,
    });
    expect(await stateOf()).toMatchObject({ status: 'healthy' });
  });

  it('a source that broke its promise is an error in words, and the log says more', async () => {
    portal.source.failures.set('', new TypeError('x is not a function'));
    await portal.readAll();
    await portal.evaluate();
    const { error } = await stateOf();
    expect(error).toBe('The evaluation broke; the log of the backend says why');
    expect(portal.logger.error).toHaveBeenCalled();
  });

  it('what was measured for a definition that changed meanwhile is not written', async () => {
    await portal.readAll();
    portal.source.before = async () => {
      portal.source.before = async () => {};
      portal.files.files.set(
        'slo.yaml',
        sloDocument('availability', { target: 0.5 }),
      );
      await portal.services.slo.sloDefinitions.readNow('component:default/pay');
    };
    await portal.services.slo.sloEvaluator.evaluateNow([availability]);
    expect(await stateOf()).toMatchObject({
      status: 'pending',
      target: 500_000,
    });
    await portal.evaluate();
    expect(await stateOf()).toMatchObject({
      status: 'healthy',
      target: 500_000,
    });
  });

  it('stops when it is told to, and leaves what it did not finish', async () => {
    await portal.readAll();
    const stop = new AbortController();
    portal.source.before = () => {
      stop.abort();
      return new Promise(() => {});
    };
    await portal.services.slo.sloEvaluator.evaluateDue('main', stop.signal);
    expect(await stateOf()).toMatchObject({ status: 'pending', triedAt: null });
  });

  it('a source that is down is asked a few times and no more, and stops no other', async () => {
    await emptyDatabase(knex);
    const other = new FakeSource('other');
    const names = Array.from({ length: 60 }, (_, index) => `slo-${index}`);
    portal = await openSloPortal({
      knex,
      entities: [withSlos('pay'), withSlos('cart', 'cart.yaml')],
      sources: [new FakeSource(), other],
    });
    portal.files.files.set(
      'slo.yaml',
      documents(...names.map(name => sloDocument(name))),
    );
    portal.files.files.set(
      'cart.yaml',
      sloDocument('availability', { source: 'other' }),
    );
    other.traffic.set('total', month(0));
    portal.source.fail('main is down');
    await portal.readAll();
    await portal.evaluate();
    expect(portal.source.asked.length).toBeLessThan(30);
    const states = await knex('reliability_slo_states')
      .join('reliability_slos', 'id', 'slo_id')
      .select('source', 'status', 'error');
    expect(
      states.filter(({ source }) => source === 'main').map(row => row.error),
    ).toEqual(names.map(() => 'main is down'));
    expect(states.filter(({ source }) => source === 'other')).toEqual([
      { source: 'other', status: 'healthy', error: null },
    ]);
  });
});
