import { Knex } from 'knex';
import { item } from '../__testUtils__/checklists';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR } from '../__testUtils__/harness';
import { reportOf } from '../__testUtils__/observe';
import {
  answer,
  bob,
  LAUNCH,
  launch,
  openReadinessPortal,
  proof,
  readinessScorecard,
  reliabilityWith,
} from '../__testUtils__/readiness';
import { ask, decide, phaseOf } from '../__testUtils__/reviews';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Half a year, as the contract of tier 1 says. */
const REVIEW_EVERY = 180 * DAY;

const signedScorecard = readinessScorecard({
  levels: [{ id: 'bronze', name: 'Bronze' }],
  checks: [
    {
      id: 'signed',
      title: 'Signed off',
      level: 'bronze',
      pass: `readiness["${LAUNCH}"].signedOffValid`,
    },
  ],
});

/** The only required item is one by hand. */
const signing = (changed = {}) =>
  launch({
    items: [
      item('runbook', { evidence: 'required', expires: 'P90D' }),
      item('tested', { required: false }),
      item('scored', { verify: 'facts["ci/score"] > 80.0', required: false }),
    ],
    ...changed,
  });

describe.each(databases.eachSupportedId())('a sign-off on %s', id => {
  let knex: Knex;
  let harness: Harness;

  const start = async (checklist = signing()) => {
    harness = await harness.restart({
      ...reliabilityWith([checklist]),
      scorecards: [signedScorecard],
    });
    await harness.services.tasks.reassessDue();
  };

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex);
    await start();
    await answer(harness, 'runbook', { evidence: [proof] });
  });

  const levelNow = async () => (await reportOf(harness, 'pay')).level.id;
  const sweepAndReassess = async (days: number) => {
    harness.clock.advance(days * DAY);
    await harness.services.sync.sweep();
    await harness.services.tasks.reassessDue();
  };

  it('moves the level in the reply to the approval', async () => {
    const review = await ask(harness);
    expect(await levelNow()).not.toBe('bronze');
    const { service, checklist } = await decide(harness, review, {
      comment: 'Well done',
    });
    expect(service.reports[0].level.id).toBe('bronze');
    expect(checklist.phases.find(phase => phase.id === 'live')).toMatchObject({
      signOff: {
        reviewId: review.id,
        by: 'user:default/bob',
        at: '2026-11-20T13:00:00.000Z',
        requestedBy: 'user:default/ada',
        dossierHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        valid: true,
        validUntil: new Date(harness.clock.now + REVIEW_EVERY).toISOString(),
        problems: [],
        changes: [],
      },
    });
  });

  it.each<[string, () => unknown, object, string]>([
    [
      'holds with another note, which is listed',
      () => answer(harness, 'runbook', { note: 'New', evidence: [proof] }),
      { valid: true, problems: [], changes: [{ kind: 'answer' }] },
      'bronze',
    ],
    [
      'holds with other evidence, which is listed',
      () =>
        answer(harness, 'runbook', {
          evidence: [{ ...proof, title: 'Other' }],
        }),
      {
        valid: true,
        changes: [
          {
            itemId: 'runbook',
            kind: 'evidence',
            before: expect.stringContaining('Log'),
            after: expect.stringContaining('Other'),
          },
        ],
      },
      'bronze',
    ],
    [
      'holds with an optional item that is not met',
      () => answer(harness, 'tested', { answer: 'no' }),
      { valid: true, changes: [{ itemId: 'tested', kind: 'state' }] },
      'bronze',
    ],
    [
      'ends with a no',
      () => answer(harness, 'runbook', { answer: 'no' }),
      {
        valid: false,
        problems: ['"Item runbook" is not met'],
        changes: [{ kind: 'state' }],
      },
      'none',
    ],
    [
      'ends with an answer that expires',
      () => sweepAndReassess(90),
      { valid: false, problems: ['"Item runbook" has expired'] },
      'none',
    ],
    [
      'ends with the review interval of the tier',
      async () => {
        await sweepAndReassess(89);
        await answer(harness, 'runbook', { evidence: [proof] });
        await sweepAndReassess(89);
        expect(await levelNow()).toBe('bronze');
        await sweepAndReassess(2);
      },
      {
        valid: false,
        problems: expect.arrayContaining([
          'The review interval of the tier is over',
        ]),
      },
      'none',
    ],
    [
      'ends with a new required item',
      () => start(signing({ items: [item('runbook'), item('new')] })),
      {
        valid: false,
        problems: ['"Item new" is new and has no answer'],
        changes: expect.arrayContaining([
          expect.objectContaining({ itemId: 'new', kind: 'added' }),
        ]),
      },
      'none',
    ],
    [
      'holds with a new required item of which no fact is known',
      () =>
        start(
          signing({
            items: [
              item('runbook', { evidence: 'required', expires: 'P90D' }),
              item('scored', { verify: 'facts["ci/score"] > 80.0' }),
            ],
          }),
        ),
      { valid: true, problems: [] },
      'bronze',
    ],
  ])('%s', async (_, change, expected, level) => {
    await decide(harness, await ask(harness));
    await change();
    expect((await phaseOf(harness)).signOff).toMatchObject(expected);
    expect(await levelNow()).toBe(level);
  });

  it('holds again when the item is put right', async () => {
    await decide(harness, await ask(harness));
    await answer(harness, 'runbook', { answer: 'no' });
    expect(await levelNow()).toBe('none');
    await answer(harness, 'runbook', { evidence: [proof] });
    expect(await levelNow()).toBe('bronze');
    expect((await phaseOf(harness)).signOff).toMatchObject({ valid: true });
  });

  it('gives way to a newer one, not to a review that is returned', async () => {
    const first = await ask(harness);
    await decide(harness, first);
    harness.clock.advance(HOUR);
    const returned = await ask(harness, { note: 'Again' });
    await decide(harness, returned, { decision: 'return', comment: 'No' });
    expect((await phaseOf(harness)).signOff?.reviewId).toBe(first.id);
    harness.clock.advance(HOUR);
    const second = await ask(harness, { note: 'And again' });
    await decide(harness, second, {}, bob);
    expect((await phaseOf(harness)).signOff?.reviewId).toBe(second.id);
  });

  it('says nothing of another service', async () => {
    await decide(harness, await ask(harness));
    const other = { entityRef: refOf('cart') };
    expect((await phaseOf(harness, 'live', other)).signOff).toBeNull();
    expect((await reportOf(harness, 'cart')).level.id).toBe('none');
  });
});
