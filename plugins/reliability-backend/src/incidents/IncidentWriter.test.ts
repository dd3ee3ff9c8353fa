import {
  IncidentEdits,
  ReportedIncident,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { levelOf } from '../__testUtils__/fakeOncall';
import {
  FakeIncidents,
  openIncidentPortal,
  reported,
  resolvedAt,
  serviceOf,
} from '../__testUtils__/fakeIncidents';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = testDatabases();
const PAY = 'component:default/pay';
const CART = 'component:default/cart';

describe.each(databases.eachSupportedId())('an incident on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openIncidentPortal({
      knex,
      providers: [new FakeIncidents()],
      entities: [serviceOf('pay'), serviceOf('cart', 'main:service:P2')],
    });
    await harness.services.incidentSync.syncDue('main');
  });

  const write = (
    incidents: readonly ReportedIncident[],
    more: { edits?: IncidentEdits; gone?: string[]; isNew?: boolean } = {},
  ) => {
    const { incidentWriter } = harness.services;
    return incidentWriter.run(tx =>
      incidentWriter.write(
        tx,
        incidents.map(one => ({
          account: 'main',
          provider: 'fake',
          reported: one,
          edits: more.edits,
          isNew: more.isNew,
        })),
        harness.clock.now,
        more.gone,
      ),
    );
  };
  const row = (external = 'I1') =>
    knex('reliability_incidents')
      .where({ id: `main:${external}` })
      .first();
  const stored = async (external = 'I1') =>
    (await harness.stores.incidents.load(knex, [`main:${external}`])).get(
      `main:${external}`,
    )!;
  const edit = (value: unknown) => ({ value, by: 'user:default/ada', at: NOW });

  it('that somebody else told of meanwhile is not told of as new', async () => {
    await write([reported('I1', { title: 'First' })], { isNew: true });
    const later = reported('I1', { title: 'Second' });
    await expect(write([later], { isNew: true })).rejects.toMatchObject({
      name: 'IncidentMoved',
    });
    expect((await row()).title).toBe('First');
  });

  it('is kept with its services, and they are assessed', async () => {
    expect(await levelOf(harness)).toBe('silver');
    expect(await write([reported('I1')])).toEqual({
      changed: ['main:I1'],
      services: [PAY],
    });
    expect(await row()).toMatchObject({
      account: 'main',
      provider: 'fake',
      external_id: 'I1',
      severity_level: 2,
      search: 'incident i1',
    });
    expect((await stored()).services).toEqual([
      { entityRef: PAY, origin: 'annotation' },
    ]);
    expect(await levelOf(harness)).toBe('bronze');
    await write([reported('I1', resolvedAt(NOW))]);
    expect(await levelOf(harness)).toBe('silver');
  });

  it('that is told again as it was, changes nothing', async () => {
    await write([reported('I1')]);
    harness.clock.advance(HOUR);
    expect(await write([reported('I1')])).toEqual({
      changed: [],
      services: [],
    });
  });

  it.each<[string, number, string]>([
    ['an older reading is left out', NOW - 2 * HOUR, 'Now'],
    ['one of the same time replaces it', NOW - HOUR, 'Again'],
    ['a newer one too', NOW, 'Again'],
    ['a clock that is ahead of ours is believed', NOW + DAY, 'Again'],
  ])('%s', async (_, updatedAt, title) => {
    await write([reported('I1', { title: 'Now' })]);
    await write([reported('I1', { title: 'Again', updatedAt })]);
    expect(await row()).toMatchObject({ title });
  });

  it('that is told twice in one batch is the later', async () => {
    await write([
      reported('I1', { title: 'Later', updatedAt: NOW }),
      reported('I1', { title: 'Earlier' }),
    ]);
    expect(await row()).toMatchObject({ title: 'Later' });
  });

  it('keeps what people set, whatever its provider says', async () => {
    await write([reported('I1')]);
    await write([reported('I1')], {
      edits: {
        cause: edit('deploy'),
        severity: edit(1),
        impactStart: edit(NOW - 2 * HOUR),
      },
    });
    await write([reported('I1', resolvedAt(NOW, { severity: 'sev4' }))]);
    const { severity_level: level, cause, status } = await row();
    expect({ level, cause, status }).toEqual({
      level: 1,
      cause: 'deploy',
      status: 'resolved',
    });
    expect((await stored()).edits.cause).toEqual(edit('deploy'));
  });

  it('concerns the services that a person set, and no others', async () => {
    await write([reported('I1')]);
    const { services } = await write([reported('I1')], {
      edits: { entityRefs: edit([CART]) },
    });
    expect(services).toEqual([CART, PAY]);
    expect((await stored()).services).toEqual([
      { entityRef: CART, origin: 'person' },
    ]);
    expect(await levelOf(harness)).toBe('silver');
    expect(await levelOf(harness, CART)).toBe('bronze');
  });

  it.each<[string, Partial<ReportedIncident>, boolean]>([
    ['about something that nobody mapped', { subjects: [] }, true],
    ['of a service that is none', { subjects: [], entityRefs: [CART] }, false],
    [
      'of one that the catalog does not have',
      { subjects: [], entityRefs: ['component:default/x'] },
      true,
    ],
  ])('%s is kept', async (_, parts, unmapped) => {
    await write([reported('I1', parts)]);
    expect(Boolean((await row()).unmapped)).toBe(unmapped);
  });

  it('of several services concerns all of them', async () => {
    const subjects = ['P1', 'P2'].map(ref => ({ kind: 'service', id: ref }));
    await write([reported('I1', { subjects })]);
    expect((await stored()).services).toHaveLength(2);
  });

  it.each<[string, Partial<ReportedIncident>]>([
    ['an exercise', { isTest: true }],
    ['one that goes on under another', { status: 'merged', mergedInto: 'I9' }],
    ['one that was none', { status: 'declined' }],
  ])('%s is kept, and counts for nothing', async (_, parts) => {
    await write([reported('I1', { severity: 'sev1', ...parts })]);
    const { counts, postmortem_required: required } = await row();
    expect([Boolean(counts), Boolean(required)]).toEqual([false, false]);
    expect(await levelOf(harness)).toBe('silver');
  });

  it('has its pages counted, and its deadlines set by its tier', async () => {
    const night = Date.parse('2026-11-19T03:00:00Z');
    const page = { at: night, person: null, autoResolved: false };
    await write([
      reported('I1', {
        ...resolvedAt(NOW, { severity: 'SEV-1' }),
        pages: [
          { ...page, acknowledgedAt: null },
          { ...page, acknowledgedAt: NOW, timeZone: 'Asia/Tokyo' },
        ],
      }),
    ]);
    expect(await row()).toMatchObject({
      pages_total: 2,
      pages_after_hours: 1,
      pages_sleep: 1,
      pages_zone_unknown: 1,
      pages_unacknowledged: 1,
    });
    const { draftDueAt, publishDueAt } = await stored();
    expect({ draftDueAt, publishDueAt }).toEqual({
      draftDueAt: NOW + 2 * DAY,
      publishDueAt: NOW + 7 * DAY,
    });
  });

  it('whose word for its severity nobody mapped has none, and keeps the word', async () => {
    await write([reported('I1', { severity: 'Kaboom' })]);
    expect(await row()).toMatchObject({
      severity_raw: 'Kaboom',
      severity_level: null,
    });
  });

  it('that was resolved before it began is kept as it was told', async () => {
    const stamps = {
      declared: { at: NOW, from: 'provider' as const },
      resolved: { at: NOW - HOUR, from: 'provider' as const },
    };
    await write([reported('I1', { status: 'resolved', stamps })]);
    expect((await stored()).reported.stamps).toEqual(stamps);
  });

  it('that its account does not have any more stays, and counts for nothing', async () => {
    await write([reported('I1')]);
    const gone = { gone: ['main:I1', 'main:unknown'] };
    expect(await write([], gone)).toEqual({
      changed: ['main:I1'],
      services: [PAY],
    });
    expect(await write([], gone)).toEqual({ changed: [], services: [] });
    expect(Boolean((await row()).counts)).toBe(false);
    expect(await levelOf(harness)).toBe('silver');
    await write([reported('I1')]);
    expect(await row()).toMatchObject({ removed_at: null });
    expect(await levelOf(harness)).toBe('bronze');
  });
});
