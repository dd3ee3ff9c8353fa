import { mockCredentials } from '@backstage/backend-test-utils';
import {
  PromisesQuery,
  promisesQuerySchema,
  TierHonestyQuery,
  tierHonestyQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { MINUTE } from '../../__testUtils__/harness';
import { writesDuring } from '../../__testUtils__/observe';
import {
  openPromisingPortal,
  promising,
  workOut,
} from '../../__testUtils__/promising';
import { SloPortal } from '../../__testUtils__/slo';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

describe.each(databases.eachSupportedId())('promises on %s', id => {
  let knex: Knex;
  let portal: SloPortal;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    portal = await openPromisingPortal(knex, [
      promising('shop', {
        tier: 'tier-0',
        targets: [0.99, 0.9995],
        soft: 'mail',
        relations: [
          'dependsOn component:default/ledger',
          'consumesApi api:default/rates',
          'dependsOn component:default/mail',
        ],
      }),
      promising('ledger', {
        tier: 'tier-2',
        targets: [0.998],
        relations: ['dependsOn component:default/shop'],
      }),
      promising('rates', {
        tier: 'tier-0',
        targets: [0.9991],
        relations: ['providesApi api:default/rates'],
      }),
      promising('mail', { relations: ['dependsOn resource:default/smtp'] }),
    ]);
    await workOut(portal);
  });

  beforeEach(() => {
    portal.policy.readable = 'all';
  });

  const api = () => portal.services.programme.promises;
  const honesty = (query: TierHonestyQuery = {}) =>
    api().list.honesty(tierHonestyQuerySchema.parse(query), user);
  const promises = (query: PromisesQuery = {}) =>
    api().list.promises(promisesQuerySchema.parse(query), user);
  const of = (name: string) => api().service.get(refOf(name), user);
  /** Another reader: decisions are remembered for a moment. */
  const seeOnly = (...refs: string[]) => {
    portal.policy.readable = refs;
    portal.clock.advance(MINUTE);
  };

  it('finds who rests on less critical services', async () => {
    const { items, counts, computedAt } = await honesty();
    expect(
      items.map(({ service, inversions }) => [
        service.title,
        ...inversions.map(({ dependency }) => dependency.title),
      ]),
    ).toEqual([['SHOP', 'LEDGER']]);
    expect(counts).toEqual({ inversion: 1, proposal: 1 });
    expect(computedAt).toBe('2026-11-20T12:00:00.000Z');
  });

  it('proposes a tier, with its reasons', async () => {
    const { items } = await honesty({ kind: 'proposal' });
    expect(items).toHaveLength(1);
    expect(items[0].service.title).toBe('LEDGER');
    expect(items[0].proposal).toEqual({
      tier: { id: 'tier-0', name: 'Mission critical', rank: 0 },
      direction: 'raise',
      confidence: 'medium',
      reasons: [
        {
          kind: 'dependents',
          tier: { id: 'tier-0', name: 'Mission critical', rank: 0 },
          count: 1,
          examples: [
            {
              entityRef: refOf('shop'),
              title: 'SHOP',
              tier: { id: 'tier-0', name: 'Mission critical', rank: 0 },
            },
          ],
        },
      ],
    });
  });

  it('works a promise out, with each target and its source', async () => {
    const { promise } = await of('shop');
    expect(promise).toMatchObject({
      verdict: 'broken',
      promised: 999_500,
      promisedBy: 'slo',
      // 0.998 × 0.9991
      allowed: 997_101,
      // × 0.9995
      reachable: 996_603,
      upperBound: false,
      hiddenDependencies: 0,
      softDependencies: 1,
    });
    expect(
      promise.dependencies.map(({ title, target, sloTitle, cyclic }) => [
        title,
        target,
        sloTitle,
        cyclic,
      ]),
    ).toEqual([
      ['RATES', 999_100, 'rates-0', false],
      ['LEDGER', 998_000, 'ledger-0', true],
    ]);
  });

  it.each<[string, PromisesQuery, string[]]>([
    [
      'the broken first, those that nobody knows before the kept',
      {},
      ['shop broken', 'rates unknown', 'mail unknown', 'ledger kept'],
    ],
    ['by verdict', { verdict: ['kept'] }, ['ledger kept']],
    [
      'by tier',
      { tier: ['tier-2', 'untiered'] },
      ['mail unknown', 'ledger kept'],
    ],
    [
      'of an owner',
      { owner: ['group:default/team-pay'], limit: 1 },
      ['shop broken'],
    ],
    ['of nobody', { owner: ['group:default/other'] }, []],
    ['none of no tiers', { tier: [] }, []],
  ])('lists promises %s', async (_, query, expected) => {
    const { items } = await promises(query);
    expect(
      items.map(
        ({ service, promise }) =>
          `${service.title.toLowerCase()} ${promise.verdict}`,
      ),
    ).toEqual(expected);
  });

  it('pages, and refuses the cursor of another list', async () => {
    const first = await promises({ limit: 3 });
    const second = await promises({ limit: 3, cursor: first.nextCursor });
    expect([first.totalItems, second.items.length, second.nextCursor]).toEqual([
      4,
      1,
      undefined,
    ]);
    await expect(
      promises({ limit: 3, tier: 'tier-0', cursor: first.nextCursor }),
    ).rejects.toThrow(/^cursor: /);
    await expect(honesty({ cursor: first.nextCursor })).rejects.toThrow(
      /^cursor: /,
    );
  });

  it('says what is unknown, and why', async () => {
    expect((await of('rates')).promise).toMatchObject({
      verdict: 'unknown',
      unknown: 'no-dependencies',
      allowed: null,
    });
    expect((await of('mail')).promise).toMatchObject({
      unknown: 'no-promise',
      upperBound: true,
      dependencies: [{ title: 'smtp', isService: false, target: null }],
    });
  });

  it('counts what the reader may not see and does not name it', async () => {
    seeOnly(refOf('shop'), refOf('rates'));
    const { items, totalItems, counts } = await honesty();
    expect([totalItems, counts]).toEqual([1, { inversion: 1, proposal: 0 }]);
    expect(items[0]).toMatchObject({ inversions: [], hiddenInversions: 1 });
    const { promise } = await of('shop');
    expect(promise.dependencies.map(({ title }) => title)).toEqual(['RATES']);
    expect(promise).toMatchObject({ hiddenDependencies: 1, allowed: 997_101 });
    await expect(of('ledger')).rejects.toThrow(/is not a service/);
    expect((await promises()).counts).toEqual({
      broken: 1,
      tight: 0,
      unknown: 1,
      kept: 0,
    });
    seeOnly(refOf('ledger'));
    const [{ proposal }] = (await honesty({ kind: 'proposal' })).items;
    expect(proposal?.reasons).toEqual([
      expect.objectContaining({ count: 1, examples: [] }),
    ]);
    seeOnly(refOf('mail'), 'resource:default/smtp');
    expect((await of('mail')).promise.dependencies).toHaveLength(1);
    seeOnly(refOf('mail'));
    expect((await of('mail')).promise).toMatchObject({
      dependencies: [],
      hiddenDependencies: 1,
    });
  });

  it('is worked out anew when it is time, and writes only what changed', async () => {
    portal.clock.advance(11 * MINUTE);
    await workOut(portal);
    expect(await writesDuring(knex, () => workOut(portal))).toEqual([]);
    portal.clock.advance(10 * MINUTE);
    expect(await writesDuring(knex, () => workOut(portal))).toEqual(['sweeps']);
  });

  it('follows the catalog at once, and shows a new service before that', async () => {
    const { entity } = promising('new', {
      tier: 'tier-0',
      relations: ['dependsOn component:default/mail'],
    });
    portal.catalog.put(entity);
    portal.clock.advance(MINUTE);
    await portal.readAll();
    expect((await of('new')).inversions).toHaveLength(1);
    expect((await honesty()).totalItems).toBe(1);
    portal.catalog.put(promising('newer', { tier: 'tier-1' }).entity);
    await portal.readAll();
    expect((await of('newer')).inversions).toEqual([]);
    expect((await of('new')).inversions).toHaveLength(1);
    portal.catalog.drop(refOf('newer'));
    // The catalog is read more often than this runs.
    portal.clock.advance(MINUTE);
    await portal.readAll();
    await workOut(portal);
    expect((await honesty()).totalItems).toBe(2);
    portal.catalog.drop(refOf('new'));
    for (let i = 0; i < 3; i++) {
      portal.clock.advance(11 * MINUTE);
      await portal.readAll();
    }
    await workOut(portal);
    expect((await honesty()).totalItems).toBe(1);
    expect(await portal.stores.dependencies.of(knex, [refOf('new')])).toEqual(
      [],
    );
  });
});
