import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  postgresOf,
  testDatabases,
  waitForLocks,
} from '../../__testUtils__/databases';
import {
  FakeOncall,
  levelOf,
  onCall,
  openPagerPortal,
  shift,
} from '../../__testUtils__/fakeOncall';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../../__testUtils__/harness';

jest.setTimeout(120_000);

const databases = testDatabases();
const CART = 'component:default/cart';
const P1 = 'main:schedule:P1';
const P2 = 'main:schedule:P2';

// SQLite lets one transaction at a time in, so there is nothing to test there.
(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'on PostgreSQL',
  () => {
    let knex: Knex;
    let main: FakeOncall;
    let harness: Harness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, 'POSTGRES_18');
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      main = new FakeOncall();
      main.rotations.set('P1', { shifts: [shift('ada', null, null)] });
      harness = await openPagerPortal({ knex, providers: [main] });
      await harness.services.sync.sweep();
      await harness.services.oncallSync.syncDue('main');
      harness.clock.advance(5 * MINUTE);
    });

    const sync = () => harness.services.oncallSync.syncDue('main');
    const rotation = async () =>
      (await harness.stores.oncallRotations.reads(knex, [P1])).get(P1)!;

    /** Links the cart after the writer saw which services there are, before it locks rotations. */
    function linkMeanwhile() {
      const { oncallLinks } = harness.stores;
      const servicesOf = oncallLinks.servicesOf.bind(oncallLinks);
      jest
        .spyOn(oncallLinks, 'servicesOf')
        .mockImplementationOnce(async (...args) => {
          const found = await servicesOf(...args);
          harness.catalog.put(onCall('cart', P1));
          await harness.services.sync.sweep();
          return found;
        });
    }

    it('a service that is linked meanwhile is assessed with what was read', async () => {
      main.rotations.set('P1', {
        shifts: [shift('ada', null, NOW + HOUR), shift('bob', NOW + DAY, null)],
      });
      linkMeanwhile();
      expect(await sync()).toEqual({ read: 1, failed: 0 });
      expect(await levelOf(harness, CART)).toBe('bronze');
      expect(await levelOf(harness)).toBe('bronze');
    });

    it('also when the provider does not have the rotation any more', async () => {
      main.rotations.delete('P1');
      linkMeanwhile();
      expect(await sync()).toEqual({ read: 0, failed: 1 });
      const states = await harness.stores.oncallServices.of(knex, [CART]);
      expect(states.get(CART)!.findings.map(({ code }) => code)).toContain(
        'rotation-missing',
      );
    });

    it.each<[string, () => void]>([
      ['was read', () => {}],
      ['failed', () => main.rotations.delete('P1')],
    ])(
      'whoever wants another read while a rotation %s, gets it',
      async (_, change) => {
        const due = NOW + 5 * MINUTE + 1;
        change();
        main.before = async () => {
          await knex('reliability_oncall_rotations').update({
            next_due_at: new Date(due),
          });
        };
        await sync();
        expect((await rotation()).nextDueAt).toBe(due);
      },
    );

    it('otherwise the next read is in its time', async () => {
      await sync();
      expect((await rotation()).nextDueAt).toBe(NOW + 10 * MINUTE);
    });

    it('failures are noted in one order of rotations', async () => {
      const row = await knex('reliability_oncall_rotations')
        .where({ id: P1 })
        .first();
      // It lies behind the other in the table.
      await knex('reliability_oncall_rotations').where({ id: P1 }).delete();
      await knex('reliability_oncall_rotations').insert({ ...row, id: P2 });
      await knex('reliability_oncall_rotations').insert(row);
      const lock = (tx: Knex.Transaction, id: string) =>
        tx('reliability_oncall_rotations').where({ id }).forUpdate().noWait();
      const failing = await knex.transaction(async tx => {
        await lock(tx, P1);
        const pending = harness.stores.oncallRotations.fail(knex, [P2, P1], {
          failure: 'unreachable',
          error: 'down',
          triedAt: NOW,
          nextDueAt: NOW,
          startedAt: NOW,
        });
        await waitForLocks(knex, 1);
        await lock(tx, P2);
        return { pending };
      });
      await failing.pending;
      expect((await rotation()).failures).toBe(1);
    });
  },
);
