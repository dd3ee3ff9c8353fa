import { Knex } from 'knex';
import {
  asked,
  campaignsOf,
  numbers,
  openCampaignPortal,
} from '../../__testUtils__/campaigns';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness } from '../../__testUtils__/harness';
import { push } from '../../__testUtils__/push';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('campaigns on %s', id => {
  let knex: Knex;
  let harness: Harness;
  let api: ReturnType<typeof campaignsOf>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openCampaignPortal(knex);
    api = campaignsOf(harness);
  });

  it('begin as drafts that say how far their services are', async () => {
    const made = await api.create();
    expect(made).toMatchObject({
      state: 'draft',
      version: 1,
      createdBy: 'user:default/lead',
      partial: false,
      frozen: null,
      requirements: [
        {
          kind: 'check',
          id: 'tested',
          level: 'Silver',
          enforcement: 'enforced',
        },
      ],
      events: [{ action: 'create', by: 'user:default/lead' }],
    });
    expect(numbers(made)).toBe('1 of 4, 0 exempt, 1 unknown');
  });

  it('that ask for the same are one, until it is over', async () => {
    const [one, two] = [await api.create(), await api.create()];
    expect(two.id).toBe(one.id);
    await api.decide(one.id, 'cancel');
    expect((await api.create()).id).not.toBe(one.id);
  });

  it('take checks that are planned, and tell what each still lacks', async () => {
    const { id: made } = await api.create({ checks: ['tested', 'restore'] });
    await push(harness, 'best', { restore: true });
    await push(harness, 'good', { restore: false });
    const { items, counts } = await api.services(made);
    expect(
      items.map(({ entityRef, state, left }) => [
        entityRef,
        state,
        ...left.map(each => `${each.id} ${each.outcome}`),
      ]),
    ).toEqual([
      [refOf('good'), 'open', 'tested fail', 'restore fail'],
      [refOf('best'), 'done'],
      [refOf('even'), 'open', 'tested fail', 'restore unknown'],
      [refOf('poor'), 'unknown', 'tested unknown', 'restore unknown'],
    ]);
    expect(counts).toEqual({ done: 1, open: 2, exempt: 0, unknown: 1 });
  });

  it.each<[string, object, string]>([
    [
      'of a tier',
      { tier: ['tier-0', 'untiered'] },
      '0 of 2, 0 exempt, 1 unknown',
    ],
    [
      'of an owner',
      { owner: ['group:default/red'] },
      '1 of 2, 0 exempt, 0 unknown',
    ],
    [
      'of a system',
      { system: ['system:default/checkout'] },
      '1 of 2, 0 exempt, 1 unknown',
    ],
    [
      'of a lifecycle',
      { lifecycle: ['production'] },
      '1 of 4, 0 exempt, 1 unknown',
    ],
    [
      'of another lifecycle',
      { lifecycle: ['retired'] },
      '0 of 0, 0 exempt, 0 unknown',
    ],
    [
      'of an owner who left the catalog',
      { owner: ['group:default/nobody'] },
      '0 of 1, 0 exempt, 1 unknown',
    ],
    ['of no tier at all', { tier: [] }, '0 of 0, 0 exempt, 0 unknown'],
  ])('are for the services %s', async (_, filter, expected) => {
    expect(numbers(await api.create({ filter }))).toBe(expected);
  });

  it.each<[string, Parameters<typeof asked>[0], RegExp]>([
    [
      'no check or item',
      { checks: [] },
      /^checks: expected a check, or an item/,
    ],
    [
      'another scorecard',
      { scorecard: 'x' },
      /^scorecard: there is no scorecard "x"/,
    ],
    [
      'another check',
      { checks: ['tested', 'x'] },
      /^checks\[1\]: there is no check "x"/,
    ],
    [
      'another checklist',
      { items: [{ checklistId: 'x', itemId: 'y' }] },
      /^items\[0\]\.checklistId: there is no checklist "x"/,
    ],
    [
      'another tier',
      { filter: { tier: ['tier-9'] } },
      /^filter\.tier\[0\]: there is no tier "tier-9", expected one of/,
    ],
    [
      'an unknown group',
      { filter: { owner: ['group:default/x'] } },
      /^filter\.owner\[0\]: the catalog has no group:default\/x/,
    ],
    [
      'half a reference',
      { filter: { system: ['checkout'] } },
      /^filter\.system\[0\]: expected a whole reference/,
    ],
    [
      'an unknown owner',
      { owner: 'user:default/x' },
      /^owner: the catalog has no user:default\/x/,
    ],
    [
      'a last day before the first',
      { dueAt: '2026-11-20' },
      /^dueAt: expected a day after startsAt/,
    ],
    [
      'a last day that is over',
      { startsAt: '2026-11-01', dueAt: '2026-11-19' },
      /^dueAt: expected today or a later day/,
    ],
    [
      'a last day in three years',
      { dueAt: '2029-11-20' },
      /^dueAt: expected a day in at most two years, until 2028-11-20/,
    ],
  ])('are refused with %s', async (_, changed, message) => {
    await expect(api.create(changed)).rejects.toThrow(message);
    expect((await api.list()).totalItems).toBe(0);
  });

  it('run from the day on which somebody starts them, once', async () => {
    const { id: made } = await api.create({ startsAt: '2026-12-24' });
    const started = await api.decide(made, 'start', 'Now');
    expect(started).toMatchObject({
      state: 'running',
      startsAt: '2026-11-20',
      events: [{ action: 'start', note: 'Now' }, { action: 'create' }],
    });
    const again = await api.decide(made, 'start');
    expect([again.version, again.events.length]).toEqual([2, 2]);
  });

  it('keep the numbers of their end, whatever comes after', async () => {
    const { id: made } = await api.create();
    await expect(api.decide(made, 'end')).rejects.toThrow('is a draft');
    await api.decide(made, 'start');
    await api.decide(made, 'end');
    await push(harness, 'good', { coverage: 99 });
    const over = await api.get(made);
    expect(over).toMatchObject({ state: 'ended', frozen: '2026-11-20' });
    expect(numbers(over)).toBe('1 of 4, 0 exempt, 1 unknown');
    await expect(api.decide(made, 'start')).rejects.toThrow(
      'The campaign was ended by user:default/lead at 2026-11-20T12:00:00.000Z',
    );
  });

  it('are changed by whoever read them last, and say what was changed', async () => {
    const { id: made } = await api.create();
    const changed = await api.patch(made, 1, {
      goal: 'Sleep',
      checks: ['owned'],
    });
    expect(changed).toMatchObject({ version: 2, goal: 'Sleep' });
    expect(changed.events[0]).toMatchObject({
      action: 'change',
      fields: ['goal', 'checks'],
    });
    expect((await api.patch(made, 1, { goal: 'Sleep' })).version).toBe(2);
    await expect(api.patch(made, 1, { goal: 'Eat' })).rejects.toThrow(
      'user:default/lead changed the campaign at 2026-11-20T12:00:00.000Z, since you read it',
    );
  });

  it('keep scorecard and first day while they run, and may get another last day', async () => {
    const { id: made } = await api.create();
    await api.decide(made, 'start');
    await expect(
      api.patch(made, 2, { startsAt: '2026-11-21' }),
    ).rejects.toThrow(/^startsAt: stays as it is while the campaign runs/);
    const later = await api.patch(made, 2, { dueAt: '2027-06-30' });
    expect(later).toMatchObject({ dueAt: '2027-06-30', state: 'running' });
  });

  it('do not become the same as another', async () => {
    await api.create();
    const { id: other } = await api.create({ title: 'Another' });
    await expect(api.patch(other, 1, { title: asked().title })).rejects.toThrow(
      'user:default/lead made the same campaign',
    );
  });

  it('are listed by what runs, then by their last day, a page at a time', async () => {
    const make = async (title: string, dueAt: string) =>
      (await api.create({ title, dueAt })).id;
    const late = await make('late', '2027-05-01');
    const soon = await make('soon', '2027-01-01');
    const runs = await make('runs', '2027-12-01');
    await api.decide(runs, 'start');
    const first = await api.list({ limit: 2 });
    const second = await api.list({ limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(each => each.id)).toEqual([
      runs,
      soon,
      late,
    ]);
    expect(first.counts).toEqual({
      draft: 2,
      running: 1,
      ended: 0,
      cancelled: 0,
    });
    expect((await api.list({ state: 'draft' })).totalItems).toBe(2);
    await expect(
      api.list({ cursor: first.nextCursor, state: 'draft' }),
    ).rejects.toThrow(/^cursor: /);
  });

  it('show a reader the services that the catalog shows, also in numbers', async () => {
    const { id: made } = await api.create();
    await api.decide(made, 'start');
    harness.policy.readable = [refOf('best'), refOf('even')];
    harness.clock.advance(DAY);
    const seen = await api.get(made);
    expect([numbers(seen), seen.partial]).toEqual([
      '1 of 2, 0 exempt, 0 unknown',
      true,
    ]);
    expect((await api.services(made)).totalItems).toBe(2);
    const progress = await api.progress(made);
    expect(progress).toMatchObject({
      partial: true,
      days: [],
      projection: null,
    });
    await api.decide(made, 'end');
    expect(numbers(await api.get(made))).toBe('1 of 2, 0 exempt, 0 unknown');
  });
});
