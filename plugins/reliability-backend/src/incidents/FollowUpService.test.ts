import {
  createFollowUpRequestSchema,
  listFollowUpsQuerySchema,
  patchFollowUpRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';
import { putFollowUp, putIncident } from '../__testUtils__/incidentData';
import { openRankedPortal } from '../__testUtils__/portal';
import { ada } from '../__testUtils__/readiness';

jest.setTimeout(60_000);

const databases = testDatabases();

const late = new Date(NOW - DAY);
const soon = new Date(NOW + DAY);

describe.each(databases.eachSupportedId())('follow-ups on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    const shared = await putIncident(knex, 'shared', {
      reference: 'INC-7',
      title: 'Checkout down',
      services: ['best', 'good'],
    });
    const own = await putIncident(knex, 'own', { services: ['even'] });
    const nobody = await putIncident(knex, 'nobody');
    const gone = await putIncident(knex, 'gone', {
      services: ['best'],
      columns: { removed_at: new Date(NOW) },
    });
    const blue = 'group:default/blue';
    await putFollowUp(knex, shared, { id: 'late', due_at: late, owner: blue });
    await putFollowUp(knex, shared, {
      id: 'soon',
      due_at: soon,
      status: 'in-progress',
      title: 'Add an alert',
      owner: 'user:default/ada',
      created_at: new Date(NOW - HOUR),
    });
    await putFollowUp(knex, shared, {
      id: 'done',
      status: 'done',
      due_at: late,
      done_at: new Date(NOW),
    });
    await putFollowUp(knex, own, {
      id: 'undated',
      origin: 'provider',
      external_id: 'X',
      owner: 'Somebody Else',
      ticket: JSON.stringify({ system: 'jira', key: 'OPS-12' }),
    });
    await putFollowUp(knex, nobody, { id: 'nobody', due_at: soon });
    await putFollowUp(knex, gone, { id: 'gone', due_at: late });
  });

  beforeEach(() => {
    harness.policy.denied.clear();
    harness.policy.readable = 'all';
  });

  const list = (query: object = {}) =>
    harness.services.followUps.list(listFollowUpsQuerySchema.parse(query), ada);
  const idsOf = async (query: object) =>
    (await list(query)).items.map(item => item.id);

  it.each<[string, object, string[]]>([
    [
      'what is left to do, what is due first',
      {},
      ['late', 'nobody', 'soon', 'undated'],
    ],
    [
      'what is due last, what has no date behind',
      { order: 'desc' },
      ['soon', 'nobody', 'late', 'undated'],
    ],
    ['by age', { orderBy: 'created' }, ['soon', 'late', 'nobody', 'undated']],
    ['what is done', { status: ['done'] }, ['done']],
    ['nothing of no status', { status: '' }, []],
    ['what is overdue', { overdue: 'true' }, ['late']],
    ['what is not', { overdue: 'false' }, ['nobody', 'soon', 'undated']],
    ['of one incident', { incident: 'pager:own' }, ['undated']],
    ['of a service', { service: refOf('good') }, ['late', 'soon']],
    [
      'of an owner of services, or who has to do it',
      { owner: 'group:default/blue' },
      ['late', 'soon'],
    ],
    ['of who has to do it alone', { assignee: 'group:default/blue' }, ['late']],
    ['by words of its title', { q: 'ALERT add' }, ['soon']],
    ['by its ticket', { q: 'ops-12' }, ['undated']],
    ['by its incident', { q: 'checkout' }, ['late', 'soon']],
  ])('lists %s', async (_, query, expected) => {
    expect(await idsOf(query)).toEqual(expected);
  });

  it('counts all that match, whatever their status', async () => {
    const { counts, totalItems } = await list({ status: 'done' });
    expect([counts, totalItems]).toEqual([{ open: 4, overdue: 1, done: 1 }, 1]);
  });

  it('gives pages that do not overlap', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.items.map(item => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(await idsOf({}));
  });

  it('tells of an incident, its services and who may change it', async () => {
    harness.policy.denied.add('reliability.incident.edit');
    const { items } = await list({ incident: 'pager:shared', limit: 1 });
    expect(items[0]).toMatchObject({
      incident: {
        id: 'pager:shared',
        reference: 'INC-7',
        title: 'Checkout down',
      },
      services: [{ entityRef: refOf('best') }, { entityRef: refOf('good') }],
      overdue: true,
      canEdit: false,
    });
  });

  it('leaves out what the reader may not see', async () => {
    harness.policy.readable = [refOf('good')];
    harness.policy.denied.add('reliability.incident.map');
    harness.policy.denied.add('reliability.oncall.people');
    harness.clock.advance(HOUR);
    const { items, counts } = await list();
    expect(
      items.map(({ id: each, owner, services }) => [
        each,
        owner,
        services.map(({ entityRef }) => entityRef),
      ]),
    ).toEqual([
      ['late', 'group:default/blue', [refOf('good')]],
      ['soon', 'user:default/ada', [refOf('good')]],
    ]);
    expect(counts).toEqual({ open: 2, overdue: 1, done: 1 });
    harness.clock.advance(-HOUR);
  });

  const create = (incident: string, body: object) =>
    harness.services.followUps.create(
      incident,
      createFollowUpRequestSchema.parse(body),
      ada,
    );
  const patch = (followUp: string, body: object) =>
    harness.services.followUps.patch(
      followUp,
      patchFollowUpRequestSchema.parse(body),
      ada,
    );

  it('are added once, however often the request comes', async () => {
    const body = {
      title: ' Raise it ',
      owner: 'Group:Red',
      dueAt: '2026-12-01T10:00:00+01:00',
    };
    const first = await create('pager:own', body);
    expect(first).toMatchObject({
      title: 'Raise it',
      owner: 'group:default/red',
      dueAt: '2026-12-01T09:00:00.000Z',
      status: 'open',
      from: 'person',
      canEdit: true,
    });
    expect((await create('pager:own', body)).id).toBe(first.id);
    await patch(first.id, { status: 'done' });
    expect((await create('pager:own', body)).id).not.toBe(first.id);
  });

  it('are done when somebody says so, and open again', async () => {
    const { id: added } = await create('pager:own', { title: 'Again' });
    expect(await patch(added, { status: 'done' })).toMatchObject({
      doneAt: new Date(harness.clock.now).toISOString(),
    });
    expect(await patch(added, { status: 'open', title: 'New' })).toMatchObject({
      doneAt: null,
      title: 'New',
    });
  });

  it('of a provider take a date and an owner, which are kept as edits', async () => {
    expect(
      await patch('undated', {
        owner: 'user:default/bob',
        dueAt: '2026-12-02T00:00:00Z',
      }),
    ).toMatchObject({ owner: 'user:default/bob', from: 'provider' });
    const stored = await harness.stores.followUps.of(knex, ['undated']);
    expect(stored.get('undated')!.edits).toMatchObject({
      owner: { value: 'user:default/bob', by: 'user:default/ada' },
      dueAt: { value: Date.UTC(2026, 11, 2) },
    });
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a title of a provider',
      () => patch('undated', { title: 'Mine' }),
      /^title: comes from the provider/,
    ],
    [
      'an owner that is none',
      () => patch('late', { owner: 'system:x' }),
      /^owner: expected the reference/,
    ],
    [
      'a link that is none',
      () =>
        patch('late', {
          ticket: { system: 'jira', key: 'A', url: 'ftp://x' },
        }),
      /^ticket.url: /,
    ],
    [
      'an item that is not there',
      () =>
        patch('late', {
          contradicts: { checklistId: 'production-readiness', itemId: 'x' },
        }),
      /^contradicts.itemId: there is no item "x"/,
    ],
    ['a follow-up that is not there', () => patch('x', {}), /no follow-up "x"/],
    [
      'a follow-up of an incident that is gone',
      () => patch('gone', {}),
      /no follow-up "gone"/,
    ],
    [
      'an incident that is not there',
      () => create('x', { title: 'A' }),
      /no incident "x"/,
    ],
    [
      'a status that is none',
      () => list({ status: 'new' }),
      /^status: expected one of open/,
    ],
  ])('refuse %s', async (_, act, message) => {
    await expect(act()).rejects.toThrow(message);
  });

  it('are not changed by who may not', async () => {
    harness.policy.denied.add('reliability.incident.edit');
    await expect(patch('late', { title: 'x' })).rejects.toThrow(
      /lack the permission reliability.incident.edit/,
    );
    harness.policy.readable = 'none';
    await expect(patch('late', { title: 'x' })).rejects.toThrow(
      /no follow-up "late"/,
    );
  });
});
