import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ImportAnswersRequest,
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
import { Harness } from '../__testUtils__/harness';
import { importRow, sendImport, verdictOf } from '../__testUtils__/imports';
import {
  bob,
  launch,
  openReadinessPortal,
  stateOf,
} from '../__testUtils__/readiness';

jest.setTimeout(60_000);

const databases = testDatabases();

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

  it.each([
    [
      'an unknown service',
      { entityRef: refOf('never') },
      /^entityRef: component:default\/never is not a service$/,
    ],
    [
      'a reference that is none',
      { entityRef: 'pay' },
      /^entityRef: expected a reference such as/,
    ],
    [
      'an unknown item',
      { itemId: 'never' },
      /^itemId: there is no item "never" in the checklist launch$/,
    ],
    [
      'an automatic item',
      { itemId: 'owned' },
      /^itemId: "Item owned" is answered by a rule/,
    ],
    ['another answer', { answer: 'maybe' }, /^answer: .*"yes"/],
    [
      'a link that runs',
      // eslint-disable-next-line no-script-url
      { evidence: [{ title: 'x', url: 'javascript:alert(1)' }] },
      /^evidence\[0\]\.url: expected a link that begins with http/,
    ],
    [
      'a yes without the evidence that it needs',
      { itemId: 'runbook' },
      /^evidence: "Item runbook" needs at least one link/,
    ],
    [
      'a reason that is missing',
      { answer: 'not-applicable', note: ' - ' },
      /^note: say in at least 3 characters/,
    ],
    ['a date that is none', { at: 'yesterday' }, /^at: expected a time/],
    [
      'a day that is not in the calendar',
      { at: '2026-02-30T09:00:00Z' },
      /^at: expected a time/,
    ],
    [
      'a date in the future',
      { at: '2026-11-21T13:00:00Z' },
      /^at: .* is in the future$/,
    ],
    [
      'a date before computers',
      { at: '0001-01-01T00:00:00Z' },
      /^at: .* is before 1970$/,
    ],
    [
      'an author who is no reference',
      { by: 'Ann' },
      /^by: expected a reference such as user:default\/ann/,
    ],
    ['a field that is not known', { notes: 'x' }, /"notes"/],
    ['a NUL', { note: 'a\0b' }, /^row: holds a NUL$/],
  ])('rejects %s and says why', async (_, changed, reason) => {
    const { results } = await send({
      rows: [importRow(changed), importRow({ entityRef: refOf('cart') })],
    });
    expect(results).toEqual([
      { row: 1, status: 'rejected', reason: expect.stringMatching(reason) },
      { row: 2, status: 'stored' },
    ]);
  });

  it.each([[null], ['text'], [7], [[]]])('rejects %j as a row', async raw => {
    expect(await send({ rows: [raw] })).toMatchObject({ rejected: 1 });
  });

  it('rejects the second row about one item, whatever its id was', async () => {
    harness = await openReadinessPortal(knex, [
      launch({ items: [item('new', { formerly: ['old'] })] }),
    ]);
    const rows = ['old', 'new'].map(itemId => importRow({ itemId }));
    expect((await send({ rows })).results).toEqual([
      { row: 1, status: 'stored' },
      {
        row: 2,
        status: 'rejected',
        reason: 'row: answers the same item as row 1',
      },
    ]);
    expect((await stateOf(harness, 'new')).state).toBe('met');
  });

  it('a service that the caller may not see is none', async () => {
    harness.policy.readable = [refOf('cart')];
    const { results } = await send(
      { rows: [importRow(), importRow({ entityRef: refOf('cart') })] },
      bob,
    );
    expect(results).toEqual([
      {
        row: 1,
        status: 'rejected',
        reason: 'entityRef: component:default/pay is not a service',
      },
      { row: 2, status: 'stored' },
    ]);
  });

  it('a service that the checklist is not for takes no answers', async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex, [
      launch({ when: 'tier.rank <= 1' }),
    ]);
    expect(await verdictOf(harness, { entityRef: refOf('cart') })).toEqual([
      'rejected',
      'entityRef: the checklist launch is not for component:default/cart',
    ]);
  });

  it('needs the permission', async () => {
    harness.policy.denied.add('reliability.readiness.import');
    await expect(send({ rows: [importRow()] })).rejects.toThrow(
      /lack the permission/,
    );
    expect((await stateOf(harness, 'rollback')).state).toBe('unanswered');
  });

  it('an unknown checklist is not found', async () => {
    const request = importAnswersRequestSchema.parse({ rows: [] });
    await expect(
      harness.services.imports.importAnswers(
        'never',
        request,
        mockCredentials.service(),
      ),
    ).rejects.toThrow('There is no checklist "never", only launch');
  });
});
