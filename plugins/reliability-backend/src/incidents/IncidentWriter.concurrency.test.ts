import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  postgresOf,
  testDatabases,
  waitForLocks,
} from '../__testUtils__/databases';
import {
  FakeIncidents,
  openIncidentPortal,
  reported,
  serviceOf,
} from '../__testUtils__/fakeIncidents';
import { Harness, MINUTE, NOW } from '../__testUtils__/harness';

jest.setTimeout(120_000);

const databases = testDatabases();
const CART = 'component:default/cart';

// SQLite lets one transaction at a time in, so there is nothing to test there.
(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'two writers of an incident on PostgreSQL',
  () => {
    let knex: Knex;
    let harness: Harness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, 'POSTGRES_18');
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openIncidentPortal({
        knex,
        providers: [new FakeIncidents()],
        entities: [serviceOf('pay', null), serviceOf('cart', null)],
      });
    });

    const writeIn = (tx: Knex.Transaction, ...told: ReportedIncident[]) =>
      harness.services.incidentWriter.write(
        tx,
        told.map(one => ({ account: 'main', provider: 'fake', reported: one })),
        NOW,
      );
    const write = (...told: ReportedIncident[]) =>
      harness.services.incidentWriter.run(tx => writeIn(tx, ...told));
    const at = (minutes: number, external = 'I1') =>
      reported(external, {
        title: `${external} at ${minutes}`,
        updatedAt: NOW + minutes * MINUTE,
      });
    const titles = () =>
      knex('reliability_incidents').orderBy('id').pluck('title');

    it.each<[string, number, number]>([
      ['newer', 1, 2],
      ['older', 2, 1],
    ])(
      'leave the newer reading of one that both find new, where the %s waits',
      async (_, first, second) => {
        const waiting = await knex.transaction(async tx => {
          await writeIn(tx, at(first));
          const pending = write(at(second));
          await waitForLocks(knex, 1);
          return { pending };
        });
        await waiting.pending;
        expect(await titles()).toEqual(['I1 at 2']);
      },
    );

    it('leave the newer reading of one that is there', async () => {
      await write(at(0));
      const waiting = await knex.transaction(async tx => {
        await writeIn(tx, at(2));
        const pending = write(at(1));
        await waitForLocks(knex, 1);
        return { pending };
      });
      expect((await waiting.pending).changed).toEqual([]);
      expect(await titles()).toEqual(['I1 at 2']);
    });

    it('do not deadlock, in whatever order they tell of many', async () => {
      const many = Array.from({ length: 40 }, (_, index) =>
        at(index % 3, `I${String(index).padStart(2, '0')}`),
      );
      await Promise.all(
        [many, [...many].reverse(), many, [...many].reverse()].map(told =>
          write(...told),
        ),
      );
      expect(await titles()).toHaveLength(40);
    });

    it('see the services that the other set', async () => {
      await write(at(0));
      const edits = {
        entityRefs: { value: [CART], by: 'user:default/ada', at: NOW },
      };
      const waiting = await knex.transaction(async tx => {
        await harness.services.incidentWriter.write(
          tx,
          [{ account: 'main', provider: 'fake', reported: at(0), edits }],
          NOW,
        );
        const pending = write(at(1));
        await waitForLocks(knex, 1);
        return { pending };
      });
      expect((await waiting.pending).services).toEqual([CART]);
      const services = await knex('reliability_incident_services');
      expect(services.map(({ entity_ref: ref }) => ref)).toEqual([CART]);
    });
  },
);
