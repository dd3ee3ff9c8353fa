import { OncallProvider } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { entity, refOf, service } from '../__testUtils__/entities';
import { createHarness, Harness, MINUTE } from '../__testUtils__/harness';
import { writesDuring } from '../__testUtils__/observe';
import { ladder, only } from '../__testUtils__/scorecards';
import { timeOf } from '../database/sql';

jest.setTimeout(60_000);

const databases = testDatabases();

const own = (text: string) => ({
  metadata: { annotations: { 'plimsoll.dev/oncall': text } },
});

/** Two accounts of a type that reads the annotation `vendor/service`. */
const account = (name: string): OncallProvider => ({
  account: name,
  type: 'vendor',
  kinds: ['schedule', 'service'],
  rotationsOf: annotations => {
    const text = annotations['vendor/service'] ?? '';
    if (text === 'breaks') throw new Error('Not prepared for that');
    return text
      .split(',')
      .filter(Boolean)
      .map(id => ({ kind: 'service', id }));
  },
  async *read() {},
});

const reliability = {
  ...only(ladder()),
  oncall: {
    accounts: [
      { name: 'us', type: 'vendor', default: true },
      { name: 'eu', type: 'vendor' },
    ],
  },
};

describe.each(databases.eachSupportedId())('rotations in a sweep on %s', id => {
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
      oncallProviders: [account('us'), account('eu')],
      entities: [
        entity('Group', 'team-pay', { spec: { type: 'team', children: [] } }),
        service('pay', own('eu:schedule:P1')),
      ],
    });
  });

  const sweep = () => {
    harness.clock.advance(MINUTE);
    return harness.services.sync.sweep();
  };
  const linksOf = async (name: string) =>
    (
      (await harness.stores.oncallLinks.ofServices(knex, [refOf(name)])).get(
        refOf(name),
      ) ?? []
    ).map(
      ({ rotationId, origin, annotation }) =>
        `${rotationId} by ${annotation} of ${origin}`,
    );
  const problemsOf = async (name: string) =>
    (await harness.stores.oncallServices.of(knex, [refOf(name)]))
      .get(refOf(name))
      ?.problems.map(({ value, message }) => `${value}: ${message}`);
  const group = (annotations: Record<string, string>) =>
    entity('Group', 'team-pay', {
      metadata: { annotations },
      spec: { type: 'team', children: [] },
    });
  const checkout = (annotations: Record<string, string>) =>
    entity('System', 'checkout', { metadata: { annotations }, spec: {} });

  it('are those that the service names, due at once', async () => {
    await sweep();
    expect(await linksOf('pay')).toEqual([
      'eu:schedule:P1 by plimsoll.dev/oncall of entity',
    ]);
    const [rotation] = await knex('reliability_oncall_rotations');
    expect(rotation).toMatchObject({ id: 'eu:schedule:P1', account: 'eu' });
    expect(timeOf(rotation.next_due_at)).toBe(harness.clock.now);
  });

  it('are read from an annotation longer than a fact', async () => {
    const far = Array.from(
      { length: 40 },
      (_, i) => `us:schedule:${'x'.repeat(40)}${i}`,
    );
    harness.catalog.put(service('pay', own(far.join())));
    await sweep();
    expect(await linksOf('pay')).toHaveLength(40);
    expect((await problemsOf('pay')) ?? []).toEqual([]);
  });

  it('fall back to the Group that owns it, then to its System', async () => {
    const bare = service('pay', { spec: { system: 'checkout' } });
    harness.catalog.put(bare, checkout({ 'vendor/service': 'S' }));
    await sweep();
    expect(await linksOf('pay')).toEqual([
      'us:service:S by vendor/service of system',
    ]);
    harness.catalog.put(group({ 'vendor/service': 'A,B', other: 'x' }));
    expect(await sweep()).toMatchObject({ changed: 1 });
    expect(await linksOf('pay')).toEqual([
      'us:service:A by vendor/service of owner',
      'us:service:B by vendor/service of owner',
    ]);
    harness.catalog.put(group({ 'vendor/service': 'B', other: 'y' }));
    expect(await sweep()).toMatchObject({ changed: 1 });
    expect(await linksOf('pay')).toEqual([
      'us:service:B by vendor/service of owner',
    ]);
  });

  it('change with one entity that is read again, with its owner and System', async () => {
    await sweep();
    harness.catalog.put(
      service('pay', { spec: { system: 'checkout' } }),
      checkout({ 'vendor/service': 'S' }),
    );
    await harness.services.sync.syncOne(refOf('pay'));
    expect(await linksOf('pay')).toEqual([
      'us:service:S by vendor/service of system',
    ]);
  });

  it('do not come from the annotations of a person', async () => {
    harness.catalog.put(
      service('pay', { spec: { owner: 'user:default/ada' } }),
      entity('User', 'ada', {
        metadata: { annotations: { 'vendor/service': 'S' } },
      }),
    );
    await sweep();
    expect(await linksOf('pay')).toEqual([]);
  });

  it('write nothing when nothing changed, nor do annotations that name none', async () => {
    harness.catalog.put(group({ 'vendor/service': 'A' }), service('cart'));
    await sweep();
    harness.catalog.put(group({ 'vendor/service': 'A', other: 'y' }));
    expect(await writesDuring(knex, sweep)).toEqual(['sweeps']);
  });

  it('that cannot be followed are a problem until that is mended', async () => {
    harness.catalog.put(service('pay', own('nobody:schedule:P1')));
    await sweep();
    expect(await linksOf('pay')).toEqual([]);
    expect(await problemsOf('pay')).toEqual([
      expect.stringMatching(/^nobody:schedule:P1: /),
    ]);
    harness.catalog.put(service('pay', own('us:schedule:P1')));
    await sweep();
    expect(await problemsOf('pay')).toEqual([]);
  });

  it('change when the configuration does', async () => {
    harness.catalog.put(
      service('pay', { metadata: { annotations: { 'vendor/service': 'A' } } }),
    );
    await sweep();
    harness = await harness.restart({
      ...reliability,
      oncall: {
        accounts: [
          { name: 'us', type: 'vendor' },
          { name: 'eu', type: 'vendor', default: true },
        ],
      },
    });
    expect(await sweep()).toMatchObject({ changed: 1 });
    expect(await linksOf('pay')).toEqual([
      'eu:service:A by vendor/service of entity',
    ]);
  });

  it('leave with the service', async () => {
    harness.catalog.put(service('cart', own('us:schedule:C,nobody:x:y')));
    await sweep();
    harness.catalog.drop(refOf('cart'));
    await sweep();
    await sweep();
    expect(await linksOf('cart')).toHaveLength(1);
    await sweep();
    expect(await linksOf('cart')).toEqual([]);
    expect(await problemsOf('cart')).toBeUndefined();
    harness.catalog.drop(refOf('pay'));
    await harness.services.sync.syncOne(refOf('pay'));
    expect(await linksOf('pay')).toEqual([]);
  });

  it('of a module that cannot read an annotation stop nobody else', async () => {
    harness.catalog.put(
      service('cart', {
        metadata: { annotations: { 'vendor/service': 'breaks' } },
      }),
    );
    expect(await sweep()).toMatchObject({ seen: 2 });
    expect(await linksOf('pay')).toHaveLength(1);
    expect(harness.logger.error).toHaveBeenCalledTimes(2);
    await sweep();
    expect(harness.logger.error).toHaveBeenCalledTimes(2);
  });
});
