import {
  ImportIncidentsRequest,
  importIncidentsRequestSchema,
  patchIncidentRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import { ada } from '../__testUtils__/readiness';

jest.setTimeout(60_000);

const databases = testDatabases();

const iso = (at: number) => new Date(at).toISOString();

const row = (key: string, changed: object = {}) => ({
  key,
  title: `Incident ${key}`,
  severity: 'SEV2',
  entityRefs: [refOf('best')],
  stamps: { declared: iso(NOW - DAY), resolved: iso(NOW - DAY + HOUR) },
  ...changed,
});

describe.each(databases.eachSupportedId())('an import on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  const bring = (request: ImportIncidentsRequest) =>
    harness.services.incidentImports.import(
      importIncidentsRequestSchema.parse(request),
      ada,
    );
  const verdicts = async (request: ImportIncidentsRequest) =>
    (await bring(request)).results.map(
      ({ row: at, status, id: made, reason }) =>
        [at, status, made ?? reason].join(' '),
    );
  const get = (key: string) =>
    harness.services.incidents.get(`portal:${key}`, ada);

  it('lands the good rows and says what is wrong with the others', async () => {
    const rows = [
      row('A'),
      row('B', { status: 'over' }),
      row('C', { entityRefs: [refOf('x')] }),
      row('A', { title: 'Twice' }),
      row('D', { entityRefs: [], subjects: ['Ledger'] }),
    ];
    expect(await verdicts({ rows })).toEqual([
      '1 stored portal:A',
      expect.stringMatching(/^2 rejected status: /),
      '3 rejected entityRefs[0]: component:default/x is not a service',
      '4 rejected key: row 1 has the same key',
      '5 stored portal:D',
    ]);
    expect(await get('A')).toMatchObject({
      title: 'Incident A',
      status: 'resolved',
      severity: { raw: 'SEV2', level: 2, from: 'person' },
      durationMs: HOUR,
    });
    expect((await get('D')).subjects).toMatchObject([
      { account: 'portal', kind: 'name', label: 'Ledger', entityRefs: [] },
    ]);
  });

  it('changes nothing when it comes again', async () => {
    const rows = [row('A'), row('B')];
    expect(await bring({ rows })).toMatchObject({ stored: 2, unchanged: 0 });
    harness.clock.advance(HOUR);
    expect(await bring({ rows })).toMatchObject({ stored: 0, unchanged: 2 });
    const changed = [row('A'), row('B', { cause: 'Limit' })];
    expect(await verdicts({ rows: changed })).toEqual([
      '1 unchanged portal:A',
      '2 stored portal:B',
    ]);
  });

  it('only tells what it would do when it is tried', async () => {
    const request = { rows: [row('A'), 7], dryRun: true };
    expect(await bring(request)).toMatchObject({ stored: 1, rejected: 1 });
    expect(await knex('reliability_incidents')).toEqual([]);
  });

  it('keeps what people set', async () => {
    const open = { status: 'open', stamps: { declared: iso(NOW - DAY) } };
    await bring({ rows: [row('A', open)] });
    await harness.services.incidentWrites.patch(
      'portal:A',
      patchIncidentRequestSchema.parse({
        status: 'resolved',
        title: 'Better',
      }),
      ada,
    );
    harness.clock.advance(HOUR);
    await bring({ rows: [row('A', { ...open, cause: 'Limit' })] });
    expect(await get('A')).toMatchObject({
      title: 'Better',
      status: 'resolved',
      resolvedAt: iso(NOW),
      cause: 'Limit',
    });
  });

  it('takes a table', async () => {
    const csv = [
      'key,title,entityRefs,declared,resolved',
      `A,Down,${refOf('best')},${iso(NOW - DAY)},${iso(NOW - HOUR)}`,
      ',,,,',
      `B,Down,${refOf('best')},yesterday,`,
    ].join('\n');
    expect(await verdicts({ csv })).toEqual([
      '1 stored portal:A',
      expect.stringMatching(/^3 rejected stamps.declared: expected a time/),
    ]);
  });

  it('brings a postmortem that is kept elsewhere', async () => {
    const postmortemUrl = 'https://wiki.example/1';
    await bring({ rows: [row('A', { postmortemUrl })] });
    expect((await get('A')).postmortemUrl).toBe(postmortemUrl);
  });

  it('is for those who may, and for services that they see', async () => {
    harness.policy.readable = [refOf('good')];
    expect(await verdicts({ rows: [row('A')] })).toEqual([
      '1 rejected entityRefs[0]: component:default/best is not a service',
    ]);
    harness.policy.denied.add('reliability.incident.import');
    await expect(bring({ rows: [] })).rejects.toThrow(
      /lack the permission reliability.incident.import/,
    );
  });
});
