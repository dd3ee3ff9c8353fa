import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ImportAnswersRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { item } from '../__testUtils__/checklists';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR } from '../__testUtils__/harness';
import { importRow, sendImport, verdictOf } from '../__testUtils__/imports';
import { stepsOf } from '../__testUtils__/observe';
import {
  ada,
  answer,
  bob,
  launch,
  LAUNCH,
  openReadinessPortal,
  proof,
  reliabilityWith,
  stateOf,
} from '../__testUtils__/readiness';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Before every answer of a test, and after. */
const EARLIER = '2026-11-01T09:00:00Z';
const LATER = '2026-11-20T12:30:00Z';

describe.each(databases.eachSupportedId())('an import on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex);
  });

  const send = (request: ImportAnswersRequest, who?: BackstageCredentials) =>
    sendImport(harness, request, who);
  const verdict = (changed: object, request?: ImportAnswersRequest) =>
    verdictOf(harness, changed, request);

  it('stores answers as they were given, and assesses their services', async () => {
    const reply = await send(
      {
        csv: [
          'entityRef;itemId;answer;note;evidence;at;by',
          'Component:Pay;rollback;yes;;;;',
          `component:default/pay;runbook;yes;See log;Log <${proof.url}>;${EARLIER};user:default/Cem`,
          'component:default/cart;rollback;not-applicable;Stores nothing;;;',
        ].join('\n'),
      },
      bob,
    );
    expect(reply).toEqual({
      stored: 3,
      unchanged: 0,
      rejected: 0,
      results: [1, 2, 3].map(at => ({ row: at, status: 'stored' })),
    });
    expect(await stateOf(harness, 'runbook')).toMatchObject({
      state: 'met',
      version: 1,
      answer: {
        value: 'yes',
        note: 'See log',
        by: 'user:default/cem',
        at: '2026-11-01T09:00:00.000Z',
        expiresAt: '2027-01-30T09:00:00.000Z',
        evidence: [
          {
            ...proof,
            addedBy: 'user:default/cem',
            addedAt: '2026-11-01T09:00:00.000Z',
          },
        ],
      },
    });
    expect(await stateOf(harness, 'rollback')).toMatchObject({
      answer: { by: 'user:default/bob', at: '2026-11-20T13:00:00.000Z' },
    });
    expect(await stepsOf(harness, 'pay')).toHaveLength(2);
    const [{ total }] = await knex('reliability_answer_changes')
      .where({ action: 'imported', changed_by: 'user:default/bob' })
      .count({ total: '*' });
    expect(Number(total)).toBe(3);
  });

  it('changes nothing the second time, whether or not it says when', async () => {
    const rows = [
      importRow(),
      importRow({ itemId: 'runbook', answer: 'no', at: EARLIER }),
    ];
    await send({ rows });
    harness.clock.advance(DAY);
    expect(await send({ rows })).toMatchObject({ stored: 0, unchanged: 2 });
    expect((await stateOf(harness, 'rollback')).version).toBe(1);
  });

  it('writes nothing when it is only tried, and says the same', async () => {
    const rows = [importRow(), importRow({ entityRef: refOf('never') })];
    const tried = await send({ rows, dryRun: true });
    expect((await stateOf(harness, 'rollback')).state).toBe('unanswered');
    expect(await send({ rows })).toEqual(tried);
    expect((await stateOf(harness, 'rollback')).state).toBe('met');
  });

  it('takes over the answer of a former id', async () => {
    await answer(harness, 'rollback', { answer: 'no' });
    const renamed = item('renamed', { formerly: ['rollback'] });
    harness = await harness.restart(
      reliabilityWith([launch({ items: [renamed] })]),
    );
    expect(await verdict({ itemId: 'rollback', answer: 'no' })).toEqual([
      'unchanged',
      '',
    ]);
    expect(
      await verdict({ itemId: 'rollback', at: LATER, answer: 'yes' }),
    ).toEqual(['unchanged', expect.stringMatching(/^A newer answer is there/)]);
    expect(await verdict({ itemId: 'rollback' })).toEqual(['stored', '']);
    expect(await stateOf(harness, 'renamed')).toMatchObject({
      state: 'met',
      version: 2,
    });
  });

  describe('where somebody answered since', () => {
    beforeEach(() =>
      answer(harness, 'rollback', { answer: 'no', note: 'In March' }),
    );

    it('leaves the answer and says so', async () => {
      expect(await verdict({ at: LATER })).toEqual([
        'unchanged',
        'A newer answer is there, of 2026-11-20T13:00:00.000Z',
      ]);
      expect((await stateOf(harness, 'rollback')).answer?.value).toBe('no');
    });

    it('replaces it when asked to, once', async () => {
      const overwrite = { overwrite: true };
      expect(
        await verdict(
          { at: LATER },
          { ...overwrite, rows: [importRow({ at: LATER })] },
        ),
      ).toEqual(['stored', '']);
      expect(await stateOf(harness, 'rollback')).toMatchObject({
        state: 'met',
        version: 2,
      });
      expect(
        await verdict({}, { ...overwrite, rows: [importRow({ at: LATER })] }),
      ).toEqual(['unchanged', '']);
    });

    it('a row of now is newer, and the same answer given later renews it', async () => {
      harness.clock.advance(HOUR);
      expect(await verdict({})).toEqual(['stored', '']);
      harness.clock.advance(HOUR);
      expect(await verdict({ at: '2026-11-20T14:30:00Z' })).toEqual([
        'stored',
        '',
      ]);
      expect((await stateOf(harness, 'rollback')).answer?.at).toBe(
        '2026-11-20T14:30:00.000Z',
      );
    });
  });

  it.each([
    [LATER, 'contested'],
    [undefined, 'met'],
  ])('an answer of %s leaves a doubt of now as %s', async (at, state) => {
    await answer(harness, 'rollback', { answer: 'no' });
    await harness.services.answers.contest(
      { entityRef: refOf('pay'), checklistId: LAUNCH, itemId: 'rollback' },
      { reason: 'It failed', version: 1 },
      ada,
    );
    if (!at) harness.clock.advance(HOUR);
    await send({ rows: [importRow({ at })], overwrite: true });
    expect((await stateOf(harness, 'rollback')).state).toBe(state);
  });

  it('keeps who added evidence that was there', async () => {
    await answer(harness, 'runbook', { evidence: [proof] });
    harness.clock.advance(HOUR);
    const more = { title: 'More', url: 'https://wiki.example/more' };
    await send({
      rows: [importRow({ itemId: 'runbook', evidence: [proof, more] })],
    });
    const { answer: now } = await stateOf(harness, 'runbook');
    expect(now?.evidence.map(({ addedBy }) => addedBy)).toEqual([
      'user:default/ada',
      'external:test-service',
    ]);
  });
});
