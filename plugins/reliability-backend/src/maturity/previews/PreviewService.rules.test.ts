import { PreviewRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { baseRows } from '../../__testUtils__/baseRows';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness, MINUTE, NOW } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { previewing } from '../../__testUtils__/previewing';
import { push } from '../../__testUtils__/push';

jest.setTimeout(60_000);

const databases = testDatabases();

const exemption = {
  scorecard: 'ladder',
  check: 'tested',
  entityRef: refOf('even'),
  reason: 'Is rewritten',
  approvedBy: 'user:default/ada',
  until: '2027-01-01',
};

describe.each(databases.eachSupportedId())('what previews find on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  const run = (...asked: Parameters<ReturnType<typeof previewing>['run']>) =>
    previewing(harness).run(...asked);
  const linesOf = (
    ...asked: Parameters<ReturnType<typeof previewing>['linesOf']>
  ) => previewing(harness).linesOf(...asked);

  it('says who loses and gains by a check that nobody passes', async () => {
    const preview = await run({
      changes: { checks: [{ id: 'owned', pass: 'false' }] },
    });
    expect(preview).toMatchObject({
      madeBy: 'user:default/ada',
      totals: { services: 4, down: 3, teamsDown: 2 },
    });
    expect(preview.scorecard).toEqual({ id: 'ladder', title: 'Ladder' });
  });

  it.each<[string, PreviewRequest, (string | number)[]]>([
    [
      'a stricter rule',
      {
        changes: {
          checks: [{ id: 'tested', pass: 'facts["ci/coverage"] > 95.0' }],
        },
      },
      [
        4,
        'best down silver 1000→bronze 500 tested',
        'good same bronze 500→bronze 500',
        'even same bronze 500→bronze 500',
        'poor same none 0→none 0',
      ],
    ],
    [
      'a looser rule',
      {
        changes: {
          checks: [{ id: 'tested', pass: 'facts["ci/coverage"] > 5.0' }],
        },
      },
      [
        4,
        'good up bronze 500→silver 1000 tested',
        'even up bronze 500→silver 1000 tested',
        'best same silver 1000→silver 1000',
        'poor same none 0→none 0',
      ],
    ],
    [
      'another weight',
      { changes: { checks: [{ id: 'tested', weight: 4 }] } },
      [
        4,
        'good rescored bronze 500→bronze 200',
        'even rescored bronze 500→bronze 200',
        'best same silver 1000→silver 1000',
        'poor same none 0→none 0',
      ],
    ],
    [
      'a check that waits for its date',
      { changes: { checks: [{ id: 'owned', enforceFrom: '2027-01-01' }] } },
      [
        4,
        'good down bronze 500→none 0',
        'best down silver 1000→none 1000',
        'even down bronze 500→none 0',
        'poor same none 0→none 0',
      ],
    ],
    [
      'a tier contract that a new check holds services to',
      {
        changes: {
          add: [
            {
              id: 'target',
              title: 'Promised',
              level: 'bronze',
              when: 'tier.rank <= 1',
              pass: 'tier.contract.sloTarget < 99.95',
            },
          ],
        },
        tiers: { 'tier-0': { sloTarget: 99.99 }, 'tier-1': { sloTarget: 99 } },
      },
      [
        4,
        'good down bronze 500→none 333 target',
        'best same silver 1000→silver 1000',
        'even same bronze 500→bronze 500',
        'poor same none 0→none 0',
      ],
    ],
  ])('%s', async (_, request, expected) => {
    expect(await linesOf((await run(request)).id)).toEqual(expected);
  });

  it('counts by tier, team, level and check', async () => {
    const preview = await run({
      changes: {
        checks: [{ id: 'tested', pass: 'facts["ci/coverage"] > 95.0' }],
      },
    });
    expect(preview.byOwner).toEqual([
      {
        owner: 'group:default/red',
        services: 2,
        down: 1,
        up: 0,
        rescored: 0,
        same: 1,
      },
    ]);
    expect(preview.byTier.map(({ id: tier, down }) => [tier, down])).toEqual([
      ['tier-0', 0],
      ['tier-1', 1],
      ['tier-2', 0],
      ['untiered', 0],
    ]);
    expect(preview.byCheck).toEqual([
      {
        id: 'tested',
        title: 'Check tested',
        newlyFailing: 1,
        newlyUnknown: 0,
        newlyMet: 0,
      },
    ]);
    expect(
      preview.levels.map(({ id: level, before, after }) => [
        level,
        before,
        after,
      ]),
    ).toEqual([
      ['none', 1, 1],
      ['bronze', 2, 3],
      ['silver', 1, 0],
    ]);
  });

  it('compares with the rules in force where reports are made by older ones', async () => {
    const stricter = await harness.restart({
      disabledScorecards: ['reliability'],
      scorecards: [
        {
          id: 'ladder',
          title: 'Ladder',
          levels: [{ id: 'bronze', name: 'Bronze' }],
          checks: [
            { id: 'owned', title: 'Owned', level: 'bronze', pass: 'false' },
          ],
        },
      ],
    });
    harness = stricter;
    const preview = await run({
      changes: { checks: [{ id: 'owned', pass: 'true' }] },
    });
    expect(preview.totals).toMatchObject({ services: 4, up: 4 });
    expect(preview.levels).toMatchObject([
      { id: 'none', before: 4, after: 0 },
      { id: 'bronze', before: 0, after: 4 },
    ]);
  });

  it('honours exemptions', async () => {
    harness = await openRankedPortal(knex, {
      reliability: {
        exemptions: [
          exemption,
          { ...exemption, scorecard: 'second', entityRef: refOf('good') },
        ],
      },
    });
    const preview = await run({
      changes: { checks: [{ id: 'tested', pass: 'false' }] },
    });
    expect(await linesOf(preview.id, { change: 'same' })).toEqual([
      3,
      'good same bronze 500→bronze 500',
      'even same silver 1000→silver 1000',
      'poor same none 0→none 0',
    ]);
  });

  it('honours exemptions that were approved in the portal', async () => {
    await knex('reliability_exemptions').insert({
      ...baseRows.reliability_exemptions,
      scorecard_id: 'ladder',
      entity_ref: refOf('good'),
      state: 'approved',
      decided_by: 'user:default/ben',
      ends_at: new Date(NOW + DAY),
    });
    const preview = await run({
      changes: { checks: [{ id: 'tested', pass: 'false' }] },
    });
    expect(await linesOf(preview.id, { change: 'up' })).toEqual([
      1,
      'good up bronze 500→silver 1000 tested',
    ]);
  });

  it('sees facts that are stale now', async () => {
    await push(harness, 'best', { coverage: 90 }, { ttl: 'PT1M' });
    harness.clock.advance(2 * MINUTE);
    const preview = await run({});
    expect(await linesOf(preview.id, { check: 'tested' })).toEqual([
      1,
      'best down silver 1000→bronze 500 tested',
    ]);
  });
});
