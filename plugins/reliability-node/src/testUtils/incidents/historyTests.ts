import { IncidentBatch } from '../../incidentProvider';
import { HOUR_MS, readFailureOf } from './IncidentRig';
import {
  expectAll,
  fill,
  IncidentSuite,
  openSince,
  overSince,
} from './testing';

const ALWAYS = { times: Infinity };

const idsOf = (batches: readonly IncidentBatch[]) =>
  batches.flatMap(({ incidents }) =>
    incidents.map(({ externalId }) => externalId),
  );

/** Tests of reading history once. */
export function incidentHistoryTests({ harness, test }: IncidentSuite): void {
  test('a year comes in batches, with few calls', ['read'], async rig => {
    fill(rig, 300);
    const batches = await rig.synced();
    expectAll(rig, harness);
    expect(rig.vendor.requests()).toBeLessThanOrEqual(harness.callsFor300);
    for (const { incidents, cursor } of batches) {
      expect(incidents.length).toBeLessThanOrEqual(500);
      expect(cursor.length).toBeLessThanOrEqual(10_000);
    }
  });

  test('what is older than wanted is left out', ['read'], async rig => {
    rig.put(overSince(3));
    rig.vendor.put(overSince(500));
    await rig.synced();
    expectAll(rig, harness);
  });

  test('an account without incidents is read as such', ['read'], async rig => {
    await rig.synced();
    expect(rig.stored.size).toBe(0);
    expect(rig.cursor).not.toBeNull();
    rig.runtime.advance(HOUR_MS);
    rig.put(openSince(0));
    await rig.synced();
    expectAll(rig, harness);
  });

  test('where nothing changed few calls are made', ['read'], async rig => {
    fill(rig, 300);
    await rig.synced();
    rig.runtime.advance(HOUR_MS);
    const before = rig.vendor.requests();
    const again = await rig.synced();
    expect(rig.vendor.requests() - before).toBeLessThanOrEqual(
      harness.callsForNothing,
    );
    expect(idsOf(again).length).toBeLessThan(100);
    expectAll(rig, harness);
  });

  test(
    'a process that dies goes on where it was, without loss',
    ['read'],
    async rig => {
      fill(rig, 300);
      for (let runs = 0; runs < 400 && rig.stored.size < 300; runs += 1) {
        rig.restart();
        const { error } = await rig.sync({ most: 1 });
        if (error) throw error;
      }
      rig.restart();
      await rig.synced();
      expectAll(rig, harness);
      expect(rig.vendor.requests()).toBeLessThanOrEqual(
        4 * harness.callsFor300,
      );
    },
  );

  test(
    'a provider that goes down in the middle leaves what was read, and goes on',
    ['read'],
    async rig => {
      fill(rig, 600);
      const failAfter = (batches: number) =>
        rig.sync({
          afterBatch: count => {
            if (count === batches) rig.vendor.fail({ status: 500, ...ALWAYS });
          },
        });
      const outcome = await failAfter(1);
      expect(readFailureOf(outcome)).toBe('server-error');
      expect(rig.stored.size).toBeGreaterThan(0);
      expect(rig.stored.size).toBeLessThan(600);
      rig.vendor.heal();
      rig.runtime.advance(HOUR_MS);
      rig.restart();
      await rig.synced();
      expectAll(rig, harness);
    },
  );

  test('a cursor of another time begins anew', ['read'], async rig => {
    fill(rig, 5);
    for (const cursor of ['', 'x', '{}', '{"v":99,"page":"\u0000"}', '[1]']) {
      rig.stored.clear();
      rig.restart();
      rig.cursor = cursor;
      await rig.synced();
      expectAll(rig, harness);
    }
  });

  test(
    'how far back all is known is told while history is read',
    ['read'],
    async rig => {
      fill(rig, 300);
      const { error } = await rig.sync({
        afterBatch(_, { backfilledTo: from = -Infinity }) {
          const missing = [...rig.wanted].filter(
            ([id, { declaredAt }]) => declaredAt >= from && !rig.stored.has(id),
          );
          // Absent, it says that all is known.
          expect(missing).toEqual([]);
        },
      });
      expect(error).toBeUndefined();
      expectAll(rig, harness);
    },
  );
}
