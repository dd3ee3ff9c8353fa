import { mockCredentials } from '@backstage/backend-test-utils';
import {
  exportAnswersQuerySchema,
  ExportAnswersResponse,
  importAnswersRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { item } from '../__testUtils__/checklists';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR } from '../__testUtils__/harness';
import {
  ada,
  answer,
  bob,
  launch,
  LAUNCH,
  openReadinessPortal,
  proof,
  reliabilityWith,
} from '../__testUtils__/readiness';
import { TextReply } from '../http/TextReply';
import { ExportService } from './ExportService';

jest.setTimeout(60_000);

const databases = testDatabases();
const machine = mockCredentials.service();
const CART = refOf('cart');

describe.each(databases.eachSupportedId())('an export on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex);
    await answer(harness, 'runbook', { evidence: [proof] });
    await answer(harness, 'rollback', {
      answer: 'not-applicable',
      note: '=Stores \'nothing\';\n"so far", @least',
    });
    await answer(harness, 'runbook', { answer: 'no' }, bob, CART);
  });

  const ask = (query: object = {}) =>
    harness.services.exports.exportAnswers(
      LAUNCH,
      exportAnswersQuerySchema.parse(query),
      ada,
    );
  const json = async (query: object = {}) =>
    ((await ask(query)) as ExportAnswersResponse).rows;
  const csv = async () => (await ask({ format: 'csv' })) as TextReply;
  const importAgain = async (request: object) => {
    const { results: _, ...counts } =
      await harness.services.imports.importAnswers(
        LAUNCH,
        importAnswersRequestSchema.parse(request),
        machine,
      );
    return counts;
  };

  it('has every answer, by service and in the order of the checklist', async () => {
    expect(await json()).toMatchObject([
      {
        entityRef: CART,
        itemId: 'runbook',
        answer: 'no',
        by: 'user:default/bob',
      },
      {
        entityRef: refOf('pay'),
        itemId: 'runbook',
        answer: 'yes',
        evidence: [proof],
        at: '2026-11-20T13:00:00.000Z',
        by: 'user:default/ada',
      },
      { entityRef: refOf('pay'), itemId: 'rollback', answer: 'not-applicable' },
    ]);
  });

  it('is a file as CSV', async () => {
    const { text, type, filename } = await csv();
    expect([type, filename]).toEqual(['text/csv', 'launch-answers.csv']);
    expect(text.split('\n').slice(0, 2)).toEqual([
      'entityRef,itemId,answer,note,evidence,at,by',
      `${CART},runbook,no,,,2026-11-20T13:00:00.000Z,user:default/bob`,
    ]);
  });

  it('imports again unchanged, as CSV and as JSON', async () => {
    const unchanged = { stored: 0, unchanged: 3, rejected: 0 };
    expect(await importAgain({ csv: (await csv()).text })).toEqual(unchanged);
    expect(await importAgain({ rows: await json() })).toEqual(unchanged);
  });

  it('imports into an empty portal and comes out the same', async () => {
    const before = (await csv()).text;
    await knex('reliability_answers').delete();
    expect(await importAgain({ csv: before })).toMatchObject({ stored: 3 });
    expect((await csv()).text).toBe(before);
  });

  it('imports again unchanged what machines answered, and what the items would not take today', async () => {
    await importAgain({
      rows: [{ entityRef: CART, itemId: 'rollback', answer: 'yes' }],
    });
    harness = await harness.restart(
      reliabilityWith([
        launch({
          items: [
            item('runbook', { evidence: 'none' }),
            item('reversible', {
              formerly: ['rollback'],
              evidence: 'required',
            }),
          ],
        }),
      ]),
    );
    await harness.services.sync.sweep();
    for (const ref of [CART, refOf('pay')]) {
      await harness.services.readiness.get(ref, LAUNCH, ada);
    }
    expect(await importAgain({ csv: (await csv()).text })).toEqual({
      stored: 0,
      unchanged: 4,
      rejected: 0,
    });
  });

  it.each([
    ['a tier', { tier: 'tier-3' }, [CART]],
    ['a state of an item', { item: 'runbook' }, [CART]],
    ['no owner', { owner: '' }, []],
    ['a text', { q: 'T/CART' }, [CART]],
  ])('is only of services of %s', async (_, query, refs) => {
    const found = (await json(query)).map(({ entityRef }) => entityRef);
    expect(found).toEqual(refs);
  });

  it('leaves out services that the reader may not see', async () => {
    harness.policy.readable = [CART];
    harness.clock.advance(HOUR);
    expect(await json()).toHaveLength(1);
  });

  it('leaves out answers to items that a rule answers now', async () => {
    harness = await harness.restart(
      reliabilityWith([
        launch({
          items: [item('runbook', { verify: 'true' }), item('rollback')],
        }),
      ]),
    );
    await harness.services.readiness.get(refOf('pay'), LAUNCH, ada);
    expect((await json()).map(({ itemId }) => itemId)).toEqual(['rollback']);
  });

  it('refuses to answer with too much', async () => {
    const { readiness, organisation } = harness.services;
    const exports = new ExportService({
      ...{ knex, stores: harness.stores, readiness, organisation },
      maxExport: 2,
    });
    const query = exportAnswersQuerySchema.parse({});
    await expect(exports.exportAnswers(LAUNCH, query, ada)).rejects.toThrow(
      'There are more than 2 answers; ask for fewer services with tier, owner, system, item or q',
    );
  });
});
