import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, system, team } from '../__testUtils__/entities';
import { createHarness, Harness, MINUTE } from '../__testUtils__/harness';
import {
  namesOf,
  outcomesOf,
  storyOf,
  writesDuring,
} from '../__testUtils__/observe';
import { check, ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const reliability = only(
  ladder({
    levels: [{ id: 'bronze', name: 'Bronze' }],
    checks: [
      check('owned', { pass: 'entity.ownerExists' }),
      check('domain', { pass: 'entity.domain == "domain:default/sales"' }),
    ],
  }),
);

describe.each(databases.eachSupportedId())(
  'reading one entity again on %s',
  id => {
    let knex: Knex;
    let harness: Harness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await createHarness({
        knex,
        reliability,
        entities: [team(), service('a'), service('b')],
      });
      await harness.services.sync.sweep();
      harness.clock.advance(MINUTE);
    });

    const syncOne = (name: string) =>
      harness.services.sync.syncOne(refOf(name));

    it('writes and assesses one that changed, with its system', async () => {
      harness.catalog.put(
        system('checkout', 'sales'),
        service('a', { spec: { system: 'checkout' } }),
        service('b', { metadata: { title: 'Not asked for' } }),
      );
      await syncOne('a');
      expect(await outcomesOf(harness, 'a')).toEqual({
        owned: 'pass',
        domain: 'pass',
      });
      expect(await storyOf(harness, 'a')).toEqual([
        'first: nothing → none',
        'service: none → bronze',
      ]);
      expect(await harness.stores.services.get(knex, refOf('b'))).toMatchObject(
        { title: 'b' },
      );
    });

    it('writes nothing where nothing changed', async () => {
      expect(await writesDuring(knex, () => syncOne('a'))).toEqual([]);
    });

    it('agrees with the sweep about what it read', async () => {
      harness.catalog.put(
        system('checkout', 'sales'),
        service('a', {
          spec: { system: 'checkout' },
          metadata: {
            uid: 'u',
            etag: 'e',
            annotations: { x: 'y' },
            links: [{ url: 'https://x.example' }],
          },
          relations: [{ type: 'dependsOn', targetRef: refOf('b') }],
        }),
      );
      await syncOne('a');
      expect(await harness.services.sync.sweep()).toMatchObject({ changed: 0 });
    });

    it('notices that the owner left', async () => {
      harness.catalog.drop('group:default/team-pay');
      await syncOne('a');
      expect((await outcomesOf(harness, 'a')).owned).toBe('fail');
    });

    it.each([
      ['is gone', () => harness.catalog.drop(refOf('a'))],
      [
        'is no service any more',
        () => harness.catalog.put(service('a', { spec: { type: 'library' } })),
      ],
    ])('removes at once one that %s, and keeps its history', async (_, act) => {
      act();
      await syncOne('a');
      expect(await namesOf(harness)).toEqual(['b']);
      expect(await storyOf(harness, 'a')).toEqual(['first: nothing → none']);
      expect(await writesDuring(knex, () => syncOne('a'))).toEqual([
        'services',
      ]);
    });

    it('brings in one that is new or comes back', async () => {
      harness.catalog.put(service('c'));
      await syncOne('c');
      expect(await namesOf(harness)).toEqual(['a', 'b', 'c']);
      harness.catalog.drop(refOf('c'));
      await syncOne('c');
      harness.catalog.put(service('c'));
      await syncOne('c');
      expect(await namesOf(harness)).toEqual(['a', 'b', 'c']);
    });

    it('leaves alone what never was a service', async () => {
      await syncOne('never');
      await harness.services.sync.syncOne('group:default/team-pay');
      expect(await harness.stores.services.refs(knex)).toEqual(
        ['a', 'b'].map(refOf),
      );
      expect(await knex('reliability_services')).toHaveLength(2);
    });
  },
);
