import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  postgresOf,
  testDatabases,
  waitForLocks,
} from '../../__testUtils__/databases';
import { manyNames, refOf } from '../../__testUtils__/entities';
import { DAY, NOW } from '../../__testUtils__/harness';
import { writesDuring } from '../../__testUtils__/observe';
import { timeOf } from '../../database/sql';
import { LinkStore } from '../LinkStore';
import { OncallServiceStore } from '../OncallServiceStore';
import { DeclaredLinks, DeclaredService } from './DeclaredLinks';
import { RotationLink } from './rotationLink';

jest.setTimeout(60_000);

const databases = testDatabases();
const declared = new DeclaredLinks();

const link = (id: string, changed: Partial<RotationLink> = {}) => ({
  rotationId: `us:schedule:${id}`,
  account: 'us',
  kind: 'schedule' as const,
  id,
  origin: 'entity' as const,
  annotation: 'plimsoll.dev/oncall',
  ...changed,
});

const problem = {
  annotation: 'plimsoll.dev/oncall',
  value: 'x',
  message: 'Nothing',
};

const serviceWith = (
  name: string,
  ids: readonly (string | RotationLink)[],
  problems = [] as (typeof problem)[],
): DeclaredService => ({
  entityRef: refOf(name),
  oncall: {
    links: ids.map(id => (typeof id === 'string' ? link(id) : id)),
    problems,
  },
});

describe.each(databases.eachSupportedId())('declared links on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const declare = (at: number, ...services: DeclaredService[]) =>
    knex.transaction(tx => declared.declare(tx, services, at));
  const idsOf = async (name: string) =>
    (
      (await new LinkStore().ofServices(knex, [refOf(name)])).get(
        refOf(name),
      ) ?? []
    ).map(({ rotationId }) => rotationId);
  const rotation = async (rotationId: string) => {
    const row = await knex('reliability_oncall_rotations')
      .where({ id: `us:schedule:${rotationId}` })
      .first();
    return {
      dueAt: timeOf(row.next_due_at),
      unlinkedAt: row.unlinked_at && timeOf(row.unlinked_at),
    };
  };
  const read = (rotationId: string) =>
    knex('reliability_oncall_rotations')
      .where({ id: `us:schedule:${rotationId}` })
      .update({ title: 'Read', next_due_at: new Date(NOW + DAY) });
  const problemsOf = async (name: string) =>
    (await new OncallServiceStore().of(knex, [refOf(name)])).get(refOf(name))
      ?.problems;

  it('keeps them in their order, with whose annotation names them', async () => {
    const fromOwner = link('A', { origin: 'owner', annotation: 'v/service' });
    await declare(NOW, serviceWith('pay', ['B', fromOwner]), {
      entityRef: refOf('cart'),
    });
    const found = await new LinkStore().ofServices(knex, [
      refOf('pay'),
      refOf('cart'),
    ]);
    expect([...found]).toEqual([
      [
        refOf('pay'),
        [
          {
            entityRef: refOf('pay'),
            rotationId: 'us:schedule:B',
            ref: { account: 'us', kind: 'schedule', id: 'B' },
            origin: 'entity',
            annotation: 'plimsoll.dev/oncall',
          },
          {
            entityRef: refOf('pay'),
            rotationId: 'us:schedule:A',
            ref: { account: 'us', kind: 'schedule', id: 'A' },
            origin: 'owner',
            annotation: 'v/service',
          },
        ],
      ],
    ]);
  });

  it('has a rotation read at once that a service did not have', async () => {
    await declare(NOW, serviceWith('pay', ['A', 'B']));
    expect(await rotation('A')).toEqual({ dueAt: NOW, unlinkedAt: null });
    await read('A');
    await read('B');
    await declare(
      NOW + 1000,
      serviceWith('pay', ['B', link('A', { origin: 'owner' })]),
      serviceWith('cart', ['B']),
    );
    expect((await rotation('A')).dueAt).toBe(NOW + DAY);
    expect((await rotation('B')).dueAt).toBe(NOW + 1000);
    expect(await idsOf('pay')).toEqual(['us:schedule:B', 'us:schedule:A']);
    expect(
      await knex('reliability_oncall_rotations').orderBy('id').pluck('title'),
    ).toEqual(['Read', 'Read']);
  });

  it('takes one back that no service had for a while', async () => {
    await declare(NOW, serviceWith('pay', ['A']));
    await declare(NOW + 1, serviceWith('pay', []));
    await knex('reliability_oncall_rotations').update({
      unlinked_at: new Date(NOW + 2),
    });
    await declare(NOW + 3, serviceWith('pay', ['A']));
    expect(await rotation('A')).toEqual({ dueAt: NOW + 3, unlinkedAt: null });
  });

  it('writes nothing when nothing changed', async () => {
    const services = [
      serviceWith('pay', ['A', 'B'], [problem]),
      serviceWith('cart', []),
    ];
    await declare(NOW, ...services);
    expect(
      await writesDuring(knex, () => declare(NOW + 1, ...services)),
    ).toEqual([]);
    expect(await writesDuring(knex, () => declare(NOW))).toEqual([]);
  });

  it('keeps what cannot be followed until it is mended, beside what was found', async () => {
    await declare(NOW, serviceWith('pay', [], [problem]));
    expect(await problemsOf('pay')).toEqual([problem]);
    expect(await problemsOf('cart')).toBeUndefined();
    await knex('reliability_oncall_services').update({ words: 'found' });
    await declare(NOW, serviceWith('pay', ['A']));
    expect(await problemsOf('pay')).toEqual([]);
    expect(await knex('reliability_oncall_services').pluck('words')).toEqual([
      'found',
    ]);
  });

  it('forgets services that left, and only those', async () => {
    await declare(
      NOW,
      serviceWith('pay', ['A'], [problem]),
      serviceWith('cart', ['B'], [problem]),
    );
    await knex.transaction(tx =>
      declared.forget(tx, [refOf('pay'), refOf('never')], NOW + 1),
    );
    expect(await idsOf('pay')).toEqual([]);
    expect(await problemsOf('pay')).toBeUndefined();
    expect(await idsOf('cart')).toEqual(['us:schedule:B']);
    expect(await problemsOf('cart')).toEqual([problem]);
  });

  it('takes a page of services with many rotations each', async () => {
    const names = manyNames(500);
    await declare(
      NOW,
      ...names.map((name, index) =>
        serviceWith(
          name,
          Array.from({ length: 10 }, (_, i) => `P${(index + i) % 200}`),
        ),
      ),
    );
    expect(await knex('reliability_oncall_links')).toHaveLength(5000);
    expect(await idsOf(names[499])).toHaveLength(10);
    expect(await knex('reliability_oncall_rotations')).toHaveLength(200);
  });
});

// SQLite lets one transaction at a time in, so there is nothing to test there.
(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'on PostgreSQL',
  () => {
    it('waits for a rotation that is being written, and has it read once more', async () => {
      const knex = await openTestDatabase(databases, 'POSTGRES_18');
      const declare = (at: number) =>
        knex.transaction(tx =>
          declared.declare(tx, [serviceWith('pay', ['A'])], at),
        );
      await declare(NOW);
      await knex('reliability_oncall_links').delete();
      const sync = await knex.transaction();
      await sync('reliability_oncall_rotations').update({
        title: 'Read',
        next_due_at: new Date(NOW + DAY),
      });
      const declaring = declare(NOW + 1);
      await waitForLocks(knex, 1);
      await sync.commit();
      await declaring;
      const [row] = await knex('reliability_oncall_rotations');
      expect([row.title, timeOf(row.next_due_at)]).toEqual(['Read', NOW + 1]);
    });
  },
);
