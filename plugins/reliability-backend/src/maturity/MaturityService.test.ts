import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, team, tiered } from '../__testUtils__/entities';
import { createHarness, Harness, HOUR } from '../__testUtils__/harness';
import { reportOf, writesDuring } from '../__testUtils__/observe';
import { push } from '../__testUtils__/push';
import { check, ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const PAY = refOf('pay');
const user = mockCredentials.user();
const MISSING = `${PAY} is not a service, or the catalog does not show it to you`;

const reliability = {
  ...only(
    ladder({
      checks: [
        check('owned', {
          pass: 'entity.ownerExists',
          why: 'Somebody must *care*.',
          fix: 'Set the owner.',
          dimension: 'people',
          weight: 3,
        }),
        check('tested', {
          level: 'silver',
          when: 'tier.rank <= 1',
          pass: 'facts["ci/coverage"] >= tier.contract.sloTarget',
        }),
        check('spared', { level: 'silver', pass: 'false' }),
        check('later', { enforceFrom: '2027-01-01', pass: 'false' }),
        check('idea', { planned: true }),
        check('others', { when: 'tier.rank > 1' }),
      ],
    }),
  ),
  exemptions: [
    {
      scorecard: 'ladder',
      check: 'spared',
      entityRef: PAY,
      reason: 'Is rewritten',
      approvedBy: 'user:default/ada',
      until: '2027-01-01',
    },
  ],
};

describe.each(databases.eachSupportedId())('a service on %s', id => {
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
      entities: [team(), tiered('pay', 'tier-1'), service('cart')],
    });
    await harness.services.sync.sweep();
    harness.clock.advance(HOUR);
  });

  const get = () => harness.services.maturity.get(PAY, user);
  const refresh = () => harness.services.maturity.refresh(PAY, user);
  const checkOf = async (name: string) =>
    (await reportOf(harness, 'pay')).checks.find(one => one.id === name);

  it('shows what is known about it, each fact with its source and time', async () => {
    await push(harness, 'pay', { coverage: 90, 'scan-1': { a: 1 } });
    const reply = await get();
    expect(reply).toMatchObject({
      entityRef: PAY,
      title: 'pay',
      description: '',
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/team-pay',
      system: null,
      domain: null,
      tier: { id: 'tier-1', rank: 1, source: 'declared' },
      problems: [],
      catalogCheckedAt: '2026-11-20T12:00:00.000Z',
    });
    const fact = (path: string) => reply.facts.find(one => one.path === path);
    expect(fact('entity.ownerExists')).toEqual({
      path: 'entity.ownerExists',
      state: 'known',
      value: true,
      at: '2026-11-20T12:00:00.000Z',
      source: 'catalog',
      expiresAt: '2026-11-23T12:00:00.000Z',
    });
    expect(fact('tier.contract.sloTarget')).toMatchObject({
      source: 'configuration',
      unit: 'percent',
    });
    expect(fact('facts["ci/coverage"]')).toMatchObject({
      value: 90,
      source: 'ci',
      at: '2026-11-20T13:00:00.000Z',
      expiresAt: '2026-12-20T13:00:00.000Z',
    });
    expect(fact('facts["ci/scan-1"].a')).toMatchObject({ value: 1 });
    expect(fact('entity.annotations["plimsoll.dev/tier"]')).toMatchObject({
      value: 'tier-1',
    });
  });

  it('marks facts that are too old as stale, before anything is assessed', async () => {
    await push(harness, 'pay', { coverage: 90 }, { ttl: 'PT1H' });
    harness.clock.advance(HOUR);
    const { facts } = await get();
    expect(facts.filter(({ state }) => state !== 'known')).toMatchObject([
      { path: 'facts["ci/coverage"]', state: 'stale', value: 90 },
    ]);
  });

  it('explains every outcome', async () => {
    await push(harness, 'pay', { coverage: 50 });
    const { checks, ...report } = await reportOf(harness, 'pay');
    expect(
      checks.map(({ id: name, outcome, enforcement }) => [
        name,
        outcome,
        enforcement,
      ]),
    ).toEqual([
      ['owned', 'pass', 'enforced'],
      ['tested', 'fail', 'enforced'],
      ['spared', 'exempt', 'enforced'],
      ['later', 'fail', 'scheduled'],
      ['idea', 'pass', 'planned'],
      ['others', 'not-applicable', 'enforced'],
    ]);
    expect(report).toMatchObject({
      scorecard: { id: 'ladder', title: 'Ladder' },
      level: { id: 'bronze', name: 'Bronze', index: 0 },
      score: 750,
      coverage: 1000,
      rank: 1,
      rankedTotal: 2,
      outdated: false,
      levels: [
        { id: 'bronze', attained: true, met: 1, counted: 1 },
        { id: 'silver', attained: false, met: 1, counted: 2 },
      ],
      nextLevel: {
        id: 'silver',
        name: 'Silver',
        blocking: ['tested'],
        missingScore: 0,
        nothingApplies: false,
        liftsTo: { id: 'silver' },
      },
    });
    expect(report.dimensions.people).toMatchObject({ score: 1000, failing: 0 });
  });

  it('says what a check wants with the contract filled in, and what it saw', async () => {
    await push(harness, 'pay', { coverage: 50 });
    const tested = await checkOf('tested');
    const { contract } = harness.config.tiers[1];
    expect(tested).toMatchObject({
      expected: `facts["ci/coverage"] >= ${contract.sloTarget}`,
      when: 'tier.rank <= 1',
      at: '2026-11-20T12:00:00.000Z',
      source: 'configuration, ci',
      actual: [
        { path: 'tier.rank', value: 1 },
        { path: 'facts["ci/coverage"]', value: 50 },
        { path: 'tier.contract.sloTarget', unit: 'percent' },
      ],
    });
    expect(await checkOf('owned')).toMatchObject({
      why: 'Somebody must *care*.',
      fix: 'Set the owner.',
    });
  });

  it.each([
    ['tested', 'absent', 'Nobody has reported facts["ci/coverage"] yet', {}],
    [
      'spared',
      'exempt',
      'Is rewritten (approved by user:default/ada, until 2027-01-01)',
      { until: '2027-01-01', approvedBy: 'user:default/ada' },
    ],
  ])('gives a reason for %s: %s', async (name, kind, text, more) => {
    const found = await checkOf(name);
    expect(found?.reason).toEqual({ kind, text, ...more });
  });

  it.each<[string, () => void]>([
    ['is not in the catalog', () => undefined],
    ['is hidden', () => (harness.policy.readable = [refOf('cart')])],
    ['is hidden with all others', () => (harness.policy.readable = 'none')],
  ])(
    'is not found when it %s, always with the same words',
    async (what, hide) => {
      if (what === 'is not in the catalog') {
        harness.catalog.drop(PAY);
        await harness.services.sync.syncOne(PAY);
      }
      hide();
      await expect(get()).rejects.toThrow(MISSING);
      await expect(refresh()).rejects.toThrow(MISSING);
      await expect(
        harness.services.maturity.history(PAY, { limit: 9 }, user),
      ).rejects.toThrow(MISSING);
    },
  );

  it('is read again on request, and answered as it is then', async () => {
    harness.catalog.put(
      service('pay', { metadata: { description: 'Takes payments' } }),
    );
    expect((await get()).description).toBe('');
    const reply = await refresh();
    expect(reply.description).toBe('Takes payments');
    expect(reply.tier.id).toBe('untiered');
    expect(await get()).toEqual(reply);
  });

  it('is not read again by those who may not, and nothing is written then', async () => {
    harness.catalog.put(service('pay'));
    harness.policy.denied.add('reliability.service.refresh');
    const writes = await writesDuring(knex, () =>
      expect(refresh()).rejects.toThrow(
        `You lack the permission reliability.service.refresh on ${PAY}`,
      ),
    );
    expect(writes).toEqual([]);
  });
});
