import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ServiceIncidentsQuery,
  serviceIncidentsQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { putIncident } from '../__testUtils__/incidentData';
import { fillIncidents } from '../__testUtils__/incidentPortal';
import {
  ALLOWED,
  evaluate,
  openLedgerPortal,
  OutageSource,
} from '../__testUtils__/outages';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const iso = (time: number) => new Date(time).toISOString();

describe.each(databases.eachSupportedId())('a service on %s', id => {
  let knex: Knex;
  let harness: Harness;
  const source = new OutageSource();

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openLedgerPortal(knex, source);
    await fillIncidents(knex);
    const began = NOW - 2 * DAY;
    source.outages = [{ from: began, to: began + 8 * MINUTE }];
    await evaluate(harness);
    await harness.services.spendMeasurer.measureDue();
  });

  beforeEach(() => {
    harness.policy.readable = 'all';
    harness.policy.denied.clear();
  });

  const get = (name = 'best', query: ServiceIncidentsQuery = {}) =>
    harness.services.serviceIncidents.get(
      refOf(name),
      serviceIncidentsQuerySchema.parse(query),
      user,
    );

  it('has its incidents, the newest first, with figures of all of them', async () => {
    const found = await get('best', { limit: 2 });
    expect(found).toMatchObject({
      entityRef: refOf('best'),
      title: 'best',
      owner: 'group:default/red',
      tier: { id: 'tier-1', name: 'Business critical' },
      at: iso(NOW),
      from: iso(NOW - 90 * DAY),
      contract: {
        rtoMs: HOUR,
        severities: [1, 2],
        draftMs: 3 * DAY,
        publishMs: 10 * DAY,
      },
      totalItems: 3,
      canEdit: true,
    });
    expect(found.items.map(item => item.id)).toEqual([
      'pager:open',
      'pager:again',
    ]);
    expect(found.figures).toMatchObject({
      incidents: 3,
      open: 1,
      repeats: 1,
      restore: { n: 2, of: 2 },
    });
    const next = await get('best', { limit: 2, cursor: found.nextCursor });
    expect(next.items.map(item => item.id)).toEqual(['pager:old']);
    expect(next.nextCursor).toBeUndefined();
  });

  it('narrows the list, and only that', async () => {
    const { items, totalItems, figures, timeline } = await get('best', {
      severity: '2',
      q: 'cards',
    });
    expect([items.length, totalItems]).toEqual([1, 1]);
    expect([figures.incidents, timeline.length]).toEqual([3, 3]);
    expect((await get('best', { status: 'active' })).totalItems).toBe(1);
    await expect(
      get('best', {
        cursor: (await get('best', { limit: 1 })).nextCursor,
        q: 'x',
      }),
    ).rejects.toThrow('cursor: expected');
  });

  it('looks back as far as is asked for', async () => {
    const { figures, timeline, items } = await get('best', { days: 10 });
    expect([figures.incidents, timeline.length, items.length]).toEqual([
      2, 2, 2,
    ]);
  });

  it('has them on a timeline; one that goes on has no end', async () => {
    const { timeline } = await get();
    expect(
      timeline.map(({ reference, from, to }) => [reference, from, to]),
    ).toEqual([
      ['INC-1', iso(NOW - HOUR), null],
      ['again', iso(NOW - 2 * DAY), iso(NOW - 2 * DAY + 10 * MINUTE)],
      ['old', iso(NOW - 20 * DAY), iso(NOW - 20 * DAY + 90 * MINUTE)],
    ]);
  });

  it('has the changes that were pushed, and no others', async () => {
    const change = (name: string, title: string, at: number) => ({
      source: 'ci',
      id: title,
      entity_ref: refOf(name),
      at: new Date(at),
      kind: 'deploy',
      title,
      received_at: new Date(NOW),
    });
    await knex('reliability_changes').insert([
      change('best', 'new', NOW - HOUR),
      change('best', 'old', NOW - 91 * DAY),
      change('good', 'other', NOW - HOUR),
    ]);
    expect((await get()).changes).toEqual([
      {
        id: 'ci:new',
        at: iso(NOW - HOUR),
        kind: 'deploy',
        title: 'new',
        url: null,
        entityRef: refOf('best'),
      },
    ]);
  });

  it('has its budgets day by day, the one that lost most first', async () => {
    const { budgets } = await get();
    expect(budgets.map(({ title }) => title)).toEqual([
      'Availability',
      'letters',
    ]);
    const [{ spent, explained, unexplained, days }] = budgets;
    expect(spent).toBeCloseTo(480 / ALLOWED, 4);
    expect(explained).toBeCloseTo(480 / ALLOWED, 4);
    expect(unexplained).toBeCloseTo(0, 4);
    expect(days.at(-1)!.day).toBe('2026-11-20');
    const on = (day: string) => days.find(each => each.day === day)!.remaining;
    expect(on('2026-11-17')).toBeCloseTo(1, 4);
    expect(on('2026-11-18')).toBeCloseTo(1 - 480 / ALLOWED, 3);
    const week = await get('best', { days: 7 });
    expect(week.budgets[0].days[0].day).toBe('2026-11-13');
  });

  it('says where its incidents come from, and what is wrong with what it names', async () => {
    await knex('reliability_incident_accounts').insert({
      name: 'pager',
      provider: 'pagerduty',
      backfill_done: false,
      backfilled_to: new Date(NOW - 30 * DAY),
      success_at: new Date(NOW - HOUR),
      error: 'It answers 503',
      failures: 2,
    });
    await knex('reliability_incident_links').insert({
      entity_ref: refOf('best'),
      account: 'status',
      kind: 'component',
      ref_id: 'c1',
      annotation: 'plimsoll.dev/incidents',
    });
    const problem = {
      annotation: 'plimsoll.dev/incidents',
      value: 'x:service:1',
      message: 'There is no account "x"',
    };
    await knex('reliability_incident_entities')
      .insert({
        entity_ref: refOf('best'),
        problems: JSON.stringify([problem]),
        changed_at: new Date(NOW),
      })
      .onConflict('entity_ref')
      .merge();
    const { sources, problems } = await get();
    expect(sources).toEqual([
      {
        account: 'pager',
        provider: 'pagerduty',
        pushed: false,
        readAt: iso(NOW - HOUR),
        error: 'It answers 503',
        backfilledTo: iso(NOW - 30 * DAY),
      },
      {
        account: 'status',
        provider: 'statuspage',
        pushed: false,
        readAt: null,
        error: null,
        backfilledTo: null,
      },
    ]);
    expect(problems).toEqual([problem]);
  });

  it('without any incident, SLO or tier says so', async () => {
    await putIncident(knex, 'drill', { services: ['even'], isTest: true });
    const found = await get('poor', { days: 7 });
    expect(found).toMatchObject({
      contract: null,
      items: [],
      totalItems: 0,
      figures: { incidents: 0, restore: { n: 0, median: null } },
      budgets: [],
      timeline: [],
    });
  });

  it('shows other services of an incident only to whoever sees those', async () => {
    const others = async () =>
      (await get('best')).items[0].services.map(({ entityRef }) => entityRef);
    expect(await others()).toEqual([refOf('best'), refOf('good')]);
    harness.policy.readable = [refOf('best')];
    harness.policy.denied.add('reliability.incident.edit');
    harness.clock.advance(MINUTE);
    expect(await others()).toEqual([refOf('best')]);
    expect((await get()).canEdit).toBe(false);
    await expect(get('good')).rejects.toThrow('is not a service');
  });
});
