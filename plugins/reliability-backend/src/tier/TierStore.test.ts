import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { HOUR, NOW } from '../__testUtils__/harness';
import { TierStore } from './TierStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const PAY = refOf('pay');

const by = (who: string, tier: string, reason: string, setAt = NOW) => ({
  tier,
  reason,
  setBy: `user:default/${who}`,
  setAt,
});

describe.each(databases.eachSupportedId())('tiers set by hand on %s', id => {
  const store = new TierStore();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const changes = async () =>
    (await store.changes(knex, PAY, { limit: 100 })).items.map(
      ({ action, tier, reason, by: who }) => [action, tier, reason, who],
    );

  it('give back who set which, when and why', async () => {
    await store.set(knex, PAY, by('ada', 'tier-1', 'Takes money'));
    await store.set(knex, refOf('cart'), by('bob', 'tier-2', 'Sells'));
    expect(await store.overrides(knex, [PAY, refOf('nothing')])).toEqual(
      new Map([[PAY, by('ada', 'tier-1', 'Takes money')]]),
    );
  });

  it.each([
    [
      'another tier',
      by('bob', 'tier-2', 'Takes money', NOW + HOUR),
      ['set', 'tier-2', 'Takes money', 'user:default/bob'],
    ],
    [
      'another reason',
      by('bob', 'tier-1', 'Takes more money', NOW + HOUR),
      ['set', 'tier-1', 'Takes more money', 'user:default/bob'],
    ],
  ])('are replaced and recorded with %s', async (_, second, recorded) => {
    await store.set(knex, PAY, by('ada', 'tier-1', 'Takes money'));
    await store.set(knex, PAY, second);
    expect((await store.overrides(knex, [PAY])).get(PAY)).toEqual(second);
    expect(await changes()).toEqual([
      recorded,
      ['set', 'tier-1', 'Takes money', 'user:default/ada'],
    ]);
  });

  it('stay as they are when the same is set again', async () => {
    const first = by('ada', 'tier-1', 'Takes money');
    await store.set(knex, PAY, first);
    await store.set(knex, PAY, by('bob', 'tier-1', 'Takes money', NOW + HOUR));
    expect((await store.overrides(knex, [PAY])).get(PAY)).toEqual(first);
    expect(await changes()).toHaveLength(1);
  });

  it('are removed once, and the removal is recorded', async () => {
    await store.set(knex, PAY, by('ada', 'tier-1', 'Takes money'));
    await store.remove(knex, PAY, 'user:default/bob', NOW + HOUR);
    await store.remove(knex, PAY, 'user:default/eve', NOW + HOUR);
    expect(await store.overrides(knex, [PAY])).toEqual(new Map());
    expect(await changes()).toEqual([
      ['removed', null, '', 'user:default/bob'],
      ['set', 'tier-1', 'Takes money', 'user:default/ada'],
    ]);
  });

  it('list their changes newest first, page by page', async () => {
    for (let i = 0; i < 5; i++) {
      await store.set(knex, PAY, by('ada', 'tier-1', `reason ${i}`, NOW + i));
    }
    const reasons: string[] = [];
    let before: number | undefined;
    for (let page = 0; page < 3; page++) {
      const { items, total } = await store.changes(knex, PAY, {
        before,
        limit: 2,
      });
      expect(total).toBe(5);
      reasons.push(...items.map(({ reason }) => reason));
      before = items[items.length - 1].id;
    }
    expect(reasons).toEqual([4, 3, 2, 1, 0].map(i => `reason ${i}`));
    const [newest] = (await store.changes(knex, PAY, { limit: 1 })).items;
    expect(newest.at).toBe('2026-11-20T12:00:00.004Z');
  });
});
