import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { DAY, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { openSloPortal, sloDocument, SloPortal } from '../__testUtils__/slo';

jest.setTimeout(120_000);

const databases = testDatabases();
const availability = 'component~default~pay~availability';

/** A hundred events a minute, with this share of bad ones. */
const traffic = (from: number, to: number, bad: number) => ({
  from,
  to,
  perMinute: 100,
  bad,
});

describe.each(databases.eachSupportedId())('long windows on %s', id => {
  let knex: Knex;
  let portal: SloPortal;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    portal = await openSloPortal({ knex });
    portal.source.traffic.set('total', [
      traffic(NOW - 60 * DAY, NOW + 60 * DAY, 0.005),
    ]);
  });

  const begin = async (window?: string) => {
    portal.files.files.set('slo.yaml', sloDocument('availability', { window }));
    await portal.readAll();
    await portal.evaluate();
  };

  const evaluateAfter = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) {
      portal.clock.advance(MINUTE);
      await portal.evaluate();
    }
  };

  const keysOfLast = () =>
    portal.source.asked.at(-1)!.windows.map(({ key }) => key);

  /** Goes on until a minute in which the period was not asked for. */
  const untilSpared = async () => {
    do await evaluateAfter(1);
    while (keysOfLast().includes('period'));
  };

  const timesAsked = (key: string) =>
    portal.source.asked.filter(({ windows }) =>
      windows.some(window => window.key === key),
    ).length;

  const stateOf = async () =>
    (await portal.stores.sloStates.whole(knex, [availability])).get(
      availability,
    )!;

  it.each([
    ['the period', 'period', 3],
    ['the window beside it', 'companion', 1],
    ['the last five minutes', '5m', 15],
    ['the last three days', '3d', 15],
  ])('counts %s as often as it is worth', async (_, key, times) => {
    await begin();
    const first = timesAsked(key);
    await evaluateAfter(15);
    expect(timesAsked(key) - first).toBe(times);
  });

  it('counts a short period every minute', async () => {
    await begin('1d');
    await evaluateAfter(5);
    expect(timesAsked('period')).toBe(6);
  });

  it('says which bounds a period has that was counted before', async () => {
    await begin();
    await untilSpared();
    const { evaluation, evaluatedAt, triedAt, windowTo } = await stateOf();
    const { budget, burns } = evaluation!.objectives[0];
    expect(evaluatedAt).toBe(triedAt! - MINUTE);
    expect(budget.window.to).toBeLessThan(evaluatedAt!);
    expect(budget.window.to - budget.window.from).toBe(30 * DAY);
    expect(windowTo).toBe(budget.window.to);
    expect(budget.remaining).toBeCloseTo(0.5, 9);
    expect(burns.every(({ rate }) => rate !== null)).toBe(true);
  });

  it('counts the period in the same minute in which the budget begins to go', async () => {
    await begin();
    await untilSpared();
    const now = (await stateOf()).triedAt!;
    portal.source.traffic.set('total', [
      traffic(NOW - 60 * DAY, now - MINUTE, 0.005),
      traffic(now - MINUTE, now + DAY, 1),
    ]);
    await evaluateAfter(1);
    expect(keysOfLast()).toContain('period');
    const { evaluation, evaluatedAt } = await stateOf();
    const { window, bad } = evaluation!.objectives[0].budget;
    expect(window.to).toBe(evaluatedAt);
    expect(bad).toBeCloseTo((30 * DAY) / MINUTE / 2 - 0.5 + 100, 6);
    const before = timesAsked('period');
    await evaluateAfter(4);
    expect(timesAsked('period') - before).toBe(4);
  });

  it('counts everything where somebody asks for an evaluation', async () => {
    await begin();
    await untilSpared();
    await portal.services.slo.sloEvaluator.evaluateNow([availability]);
    expect(keysOfLast()).toEqual(
      expect.arrayContaining(['period', 'companion', '5m']),
    );
  });

  it('counts everything where a correction was added', async () => {
    await begin();
    await untilSpared();
    await portal.stores.sloCorrections.add(knex, {
      id: 'a2c1b1de-0000-4000-8000-000000000000',
      sloId: availability,
      from: NOW - 5 * HOUR,
      to: NOW - 4 * HOUR,
      reason: 'Planned work',
      by: 'user:default/ann',
      at: NOW,
    });
    await evaluateAfter(1);
    expect(keysOfLast()).toEqual(
      expect.arrayContaining(['period', 'period!0', 'companion']),
    );
  });

  it('counts the period again where the answer was not whole', async () => {
    portal.source.warnings = ['One store did not answer'];
    await begin();
    await evaluateAfter(3);
    expect(timesAsked('period')).toBe(4);
  });

  it('begins a calendar period with the period', async () => {
    portal.files.files.set(
      'slo.yaml',
      sloDocument('availability', {
        timeWindow: {
          duration: '1M',
          isRolling: false,
          calendar: { startTime: '2026-01-01 00:00:00', timeZone: 'UTC' },
        },
      }),
    );
    await portal.readAll();
    const month = new Date(NOW);
    const next = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1);
    portal.clock.advance(next - NOW);
    await portal.evaluate();
    await evaluateAfter(3);
    const { evaluation } = await stateOf();
    expect(evaluation!.objectives[0].budget.window.from).toBe(next);
  });
});
