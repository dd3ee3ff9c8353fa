import {
  openTestDatabase,
  postgresOf,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames, refOf } from '../__testUtils__/entities';
import { DAY, MINUTE, NOW } from '../__testUtils__/harness';
import {
  documents,
  openSloPortal,
  sloDocument,
  withSlos,
} from '../__testUtils__/slo';

jest.setTimeout(120_000);

const databases = testDatabases();

// SQLite has one connection: nothing there happens at the same time.
(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'on PostgreSQL',
  () => {
    it('evaluations, new definitions, refreshes and sweeps at once neither deadlock nor lose an SLO', async () => {
      const knex = await openTestDatabase(databases, 'POSTGRES_18');
      const names = manyNames(30);
      const portal = await openSloPortal({
        knex,
        entities: names.map(name => withSlos(name)),
      });
      const { slo, sync } = portal.services;
      const text = (target: number) =>
        documents(
          ...['a', 'b', 'c'].map(name => sloDocument(name, { target })),
        );
      portal.files.files.set('slo.yaml', text(0.9));
      await portal.readAll();
      for (let round = 0; round < 4; round++) {
        portal.clock.advance(6 * MINUTE);
        portal.source.traffic.set('total', [
          {
            from: NOW - 60 * DAY,
            to: NOW + 60 * DAY,
            perMinute: 10,
            bad: round * 0.03,
          },
        ]);
        portal.files.files.set('slo.yaml', text(0.9 + round * 0.01));
        await Promise.all([
          slo.sloEvaluator.evaluateDue('main'),
          slo.sloEvaluator.evaluateDue('main'),
          slo.sloHistory.workDue('main'),
          slo.sloDefinitions.readDue(),
          sync.sweep(),
          ...names
            .slice(0, 10)
            .map(name => slo.sloEvaluator.evaluateService(refOf(name))),
        ]);
      }
      portal.clock.advance(2 * MINUTE);
      await portal.evaluate();
      expect(
        await knex('reliability_slo_states')
          .groupBy('status', 'target')
          .select('status', 'target')
          .count({ count: '*' }),
      ).toEqual([{ status: 'breached', target: 930_000, count: '90' }]);
    });
  },
);
