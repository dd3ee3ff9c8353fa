import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import {
  FakeIncidents,
  openIncidentPortal,
  reported,
} from '../__testUtils__/fakeIncidents';
import { Harness, NOW } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('an odd incident on %s', id => {
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
    });
  });

  const write = (incidents: readonly ReportedIncident[]) => {
    const { incidentWriter } = harness.services;
    return incidentWriter.run(tx =>
      incidentWriter.write(
        tx,
        incidents.map(one => ({
          account: 'main',
          provider: 'fake',
          reported: one,
        })),
        harness.clock.now,
      ),
    );
  };
  const row = () => knex('reliability_incidents').first();

  it('that is private is kept without texts, people and keys', async () => {
    await write([
      reported('I1', {
        title: 'SECRET',
        summary: 'SECRET',
        cause: 'SECRET',
        dedupeKey: 'SECRET',
        url: 'https://example.com/SECRET',
        updates: [{ id: 'u', at: NOW, text: 'SECRET' }],
        responders: [{ person: { id: 'SECRET', name: 'SECRET' } }],
        followUps: [{ externalId: 'f', title: 'SECRET', status: 'open' }],
        isPrivate: true,
      }),
    ]);
    for (const table of [
      'incidents',
      'incident_subjects',
      'follow_ups',
      'postmortems',
    ]) {
      const rows = await knex(`reliability_${table}`);
      expect(JSON.stringify(rows)).not.toContain('SECRET');
    }
    expect(await row()).toMatchObject({ title: 'Private incident' });
  });

  it('that becomes private loses what was known of it', async () => {
    const followUps = [
      { externalId: 'f', title: 'SECRET', status: 'open' as const },
    ];
    await write([reported('I1', { title: 'SECRET', followUps })]);
    await write([reported('I1', { title: 'SECRET', isPrivate: true })]);
    expect(JSON.stringify(await row())).not.toContain('SECRET');
    expect(await knex('reliability_follow_ups')).toEqual([]);
  });

  it.each<[string, Partial<ReportedIncident>]>([
    ['a NUL in a text', { title: 'a\0b', summary: '\0' }],
    [
      'a time that is none',
      { stamps: { declared: { at: Number.NaN, from: 'provider' } } },
    ],
    ['no stamp at all', { stamps: {} }],
    ['half a character', { title: 'a\ud800' }],
    [
      'something twice',
      {
        subjects: [
          { kind: 'service', id: 'P1' },
          { kind: 'service', id: 'P1' },
        ],
      },
    ],
  ])('with %s is kept', async (_, parts) => {
    await write([reported('I1', parts)]);
    expect(await row()).toBeDefined();
  });

  it.each<[string, Partial<ReportedIncident>]>([
    ['without an id', { externalId: ' ' }],
    ['that nobody knows when it changed', { updatedAt: Number.NaN }],
  ])('%s is refused', async (_, parts) => {
    await expect(write([reported('I1', parts)])).rejects.toMatchObject({
      name: 'UnsoundIncident',
    });
  });
});
