import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { Harness, HOUR, MINUTE } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { push } from '../../__testUtils__/push';
import { LEVEL_CHANGED, LevelEvents } from './LevelEvents';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('events of levels on %s', id => {
  let knex: Knex;
  let harness: Harness;
  let broken: number;
  const told: { topic: string; eventPayload: unknown }[] = [];

  const publish = () =>
    new LevelEvents({
      ...harness,
      events: {
        publish: async params => {
          if (broken-- === 0) throw new Error('No broker');
          told.push(params);
        },
      },
      now: () => harness.clock.now,
    }).publish();

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    harness.clock.advance(HOUR);
    told.length = 0;
    broken = Infinity;
    await publish();
  });

  const cover = async (name: string, coverage: number) => {
    await push(harness, name, { coverage });
    harness.clock.advance(3 * MINUTE);
  };

  const moves = () =>
    told.map(({ eventPayload }) => {
      const { entityRef, scorecard, from, to } = eventPayload as Record<
        string,
        string
      >;
      return `${entityRef} ${scorecard} ${from} ${to}`;
    });

  it('tell nothing of what was before', async () => {
    await publish();
    expect(told).toEqual([]);
  });

  it('tell what changed, why and when, on each scorecard, once', async () => {
    const at = new Date(harness.clock.now).toISOString();
    await cover('best', 10);
    expect(await publish()).toBe(2);
    expect(told[0]).toEqual({
      topic: LEVEL_CHANGED,
      eventPayload: {
        entityRef: refOf('best'),
        scorecard: 'ladder',
        from: 'silver',
        to: 'bronze',
        cause: 'service',
        at,
      },
    });
    expect(await publish()).toBe(0);
  });

  it('leave out steps in which only the score changed', async () => {
    await knex('reliability_history').insert({
      scorecard_id: 'ladder',
      entity_ref: refOf('good'),
      changed_at: new Date(harness.clock.now - 5 * MINUTE),
      level_from: 'bronze',
      level_to: 'bronze',
      score_from: 10,
      score_to: 20,
      coverage: 0,
      flips: '[]',
      scorecard_hash: 'h',
    });
    expect(await publish()).toBe(0);
  });

  it('keep the order', async () => {
    await cover('best', 10);
    await cover('best', 95);
    await cover('good', 95);
    await publish();
    expect(moves().filter(move => move.includes(' ladder '))).toEqual([
      `${refOf('best')} ladder silver bronze`,
      `${refOf('best')} ladder bronze silver`,
      `${refOf('good')} ladder bronze silver`,
    ]);
  });

  it('wait until no earlier step can come', async () => {
    await push(harness, 'best', { coverage: 10 });
    harness.clock.advance(MINUTE);
    expect(await publish()).toBe(0);
    harness.clock.advance(MINUTE);
    expect(await publish()).toBe(2);
  });

  it('go on where a failure broke them off', async () => {
    await cover('best', 10);
    await cover('good', 95);
    broken = 1;
    expect(await publish()).toBe(1);
    expect(harness.logger.warn).toHaveBeenCalledWith(
      'Could not publish that a level changed',
      expect.any(Error),
    );
    broken = Infinity;
    expect(await publish()).toBe(3);
    expect(new Set(moves()).size).toBe(4);
  });
});
