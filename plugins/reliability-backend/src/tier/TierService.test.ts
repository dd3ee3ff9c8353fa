import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, team, tiered } from '../__testUtils__/entities';
import { createHarness, Harness, HOUR } from '../__testUtils__/harness';
import { rankingOf, stepsOf } from '../__testUtils__/observe';

jest.setTimeout(60_000);

const databases = testDatabases();

const PAY = refOf('pay');
const ada = mockCredentials.user('user:default/ada');
const OVERRIDE = 'reliability.tier.override';

describe.each(databases.eachSupportedId())('tiers on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await createHarness({
      knex,
      entities: [team(), tiered('pay', 'tier-2'), service('cart')],
    });
    await harness.services.sync.sweep();
    harness.clock.advance(HOUR);
  });

  const override = (tier: string, reason = 'Takes money', who = ada) =>
    harness.services.tiers.override(PAY, { tier, reason }, who);
  const history = (limit = 50, cursor?: string) =>
    harness.services.tiers.history(PAY, { limit, cursor }, ada);

  it('lists those in force, the most critical first, with a hash', async () => {
    const { items, hash } = harness.services.tiers.tiers();
    expect(items.map(({ id: tier, rank }) => [tier, rank])).toEqual([
      ['tier-0', 0],
      ['tier-1', 1],
      ['tier-2', 2],
      ['tier-3', 3],
    ]);
    const other = await harness.restart({
      tiers: [{ id: 'gold', name: 'Gold' }],
    });
    expect(other.services.tiers.tiers()).toMatchObject({
      items: [{ id: 'gold', rank: 0, contract: {} }],
    });
    expect(other.services.tiers.tiers().hash).not.toBe(hash);
  });

  it('override what the entity declares, at once and everywhere', async () => {
    const reply = await override('tier-0');
    expect(reply.tier).toEqual({
      id: 'tier-0',
      name: expect.any(String),
      rank: 0,
      source: 'override',
      declared: { value: 'tier-2', place: 'annotation plimsoll.dev/tier' },
      override: {
        tier: 'tier-0',
        reason: 'Takes money',
        setBy: 'user:default/ada',
        setAt: '2026-11-20T13:00:00.000Z',
      },
    });
    const { items } = await rankingOf(harness, { tier: ['tier-0'] });
    expect(items).toMatchObject([{ entityRef: PAY, tier: { id: 'tier-0' } }]);
    const steps = await stepsOf(harness, 'pay');
    expect(steps[steps.length - 1].cause).toBe('service');
    expect(await harness.services.sync.sweep()).toMatchObject({ changed: 0 });
    expect((await rankingOf(harness, { tier: ['tier-0'] })).totalItems).toBe(1);
  });

  it('come back when the override is taken back', async () => {
    await override('tier-0');
    const reply = await harness.services.tiers.removeOverride(PAY, ada);
    expect(reply.tier).toMatchObject({ id: 'tier-2', source: 'declared' });
    expect(reply.tier.override).toBeUndefined();
    await harness.services.tiers.removeOverride(PAY, ada);
    expect((await history()).totalItems).toBe(2);
  });

  it('remember who set them, when and why, newest first and in pages', async () => {
    await override('tier-0');
    harness.clock.advance(HOUR);
    await override('tier-1', 'Not that much', mockCredentials.user());
    await harness.services.tiers.removeOverride(
      PAY,
      mockCredentials.user('user:default/bob'),
    );
    const first = await history(2);
    expect(first).toMatchObject({
      totalItems: 3,
      items: [
        { action: 'removed', tier: null, by: 'user:default/bob' },
        { action: 'set', tier: 'tier-1', by: 'user:default/mock' },
      ],
    });
    const second = await history(2, first.nextCursor);
    expect(second).toEqual({
      totalItems: 3,
      items: [
        {
          action: 'set',
          tier: 'tier-0',
          reason: 'Takes money',
          by: 'user:default/ada',
          at: '2026-11-20T13:00:00.000Z',
        },
      ],
    });
    expect(await history(3)).not.toHaveProperty('nextCursor');
  });

  it('that are not configured cannot be set', async () => {
    await expect(override('platinum')).rejects.toThrow(
      'tier: unknown tier "platinum", expected one of tier-0, tier-1, tier-2, tier-3',
    );
    expect((await history()).totalItems).toBe(0);
  });

  it('that were set and are no longer configured fall back to what is declared', async () => {
    await override('tier-0');
    const other = await harness.restart({
      tiers: [{ id: 'tier-2', name: 'Two' }],
    });
    await other.services.tasks.reassessDue();
    const reply = await other.services.maturity.get(PAY, ada);
    expect(reply.tier).toMatchObject({
      id: 'tier-2',
      source: 'declared',
      problem: expect.stringMatching(/set by hand is "tier-0"/),
    });
    expect(reply.problems).toEqual([reply.tier.problem]);
  });

  it.each([
    ['see the service', () => (harness.policy.readable = [refOf('cart')])],
    ['see anything', () => (harness.policy.readable = 'none')],
  ])('are not there for those who cannot %s', async (_, hide) => {
    hide();
    const message = `${PAY} is not a service, or the catalog does not show it to you`;
    await expect(override('tier-0')).rejects.toThrow(message);
    await expect(
      harness.services.tiers.removeOverride(PAY, ada),
    ).rejects.toThrow(message);
    await expect(history()).rejects.toThrow(message);
  });

  it('cannot be changed without the permission, also where there is nothing to change', async () => {
    harness.policy.denied.add(OVERRIDE);
    const message = `You lack the permission ${OVERRIDE} on ${PAY}`;
    await expect(override('tier-0')).rejects.toThrow(message);
    await expect(
      harness.services.tiers.removeOverride(PAY, ada),
    ).rejects.toThrow(message);
    expect((await history()).totalItems).toBe(0);
  });

  it('of what is no service are not found', async () => {
    const message = /is not a service/;
    for (const ref of [refOf('never'), 'group:default/team-pay']) {
      await expect(
        harness.services.tiers.override(
          ref,
          { tier: 'tier-0', reason: 'Takes money' },
          ada,
        ),
      ).rejects.toThrow(message);
      await expect(
        harness.services.tiers.history(ref, { limit: 5 }, ada),
      ).rejects.toThrow(message);
    }
  });
});
