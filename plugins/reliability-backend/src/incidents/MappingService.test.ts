import {
  listUnmappedQuerySchema,
  putMappingRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR, NOW } from '../__testUtils__/harness';
import { reportedOf } from '../__testUtils__/incidentData';
import { openRankedPortal } from '../__testUtils__/portal';
import { ada } from '../__testUtils__/readiness';

jest.setTimeout(60_000);

const databases = testDatabases();

const BEST = { account: 'pager', kind: 'service', id: 'P1' };

describe.each(databases.eachSupportedId())('mappings on %s', id => {
  let knex: Knex;
  let harness: Harness;

  const tell = async (externalId: string, subject?: string, label?: string) => {
    const { incidentWriter } = harness.services;
    const reported = {
      ...reportedOf(externalId, { stamps: { declared: NOW - HOUR } }),
      subjects: subject ? [{ kind: 'service', id: subject, label }] : [],
    };
    await incidentWriter.run(tx =>
      incidentWriter.write(
        tx,
        [{ account: 'pager', provider: 'pagerduty', reported }],
        NOW,
      ),
    );
  };

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    await tell('1', 'P1', 'Best');
    await tell('2', 'P1', 'Best');
    await tell('3', 'P2', 'Something');
    await tell('4');
  });

  const list = (query: object = {}) =>
    harness.services.incidentMappings.list(
      listUnmappedQuerySchema.parse(query),
      ada,
    );
  const put = (entityRefs: string[], subject: object = BEST) =>
    harness.services.incidentMappings.put(
      putMappingRequestSchema.parse({ ...subject, entityRefs }),
      ada,
    );
  const open = async (name: string) => {
    const { facts } = await harness.services.maturity.get(refOf(name), ada);
    return facts.find(({ path }) => path === 'incidents.open')?.value;
  };

  it('are missing for what no service is, with what it may be', async () => {
    expect(await list()).toMatchObject({
      totalItems: 2,
      withoutSubject: 1,
      items: [
        {
          ...BEST,
          provider: 'pagerduty',
          label: 'Best',
          incidents: 2,
          ignored: false,
          lastIncident: { id: 'pager:1', reference: '1', title: '1' },
          suggestions: [{ entityRef: refOf('best'), score: 1 }],
        },
        { id: 'P2', suggestions: [] },
      ],
    });
  });

  it('come in pages', async () => {
    const first = await list({ limit: 1 });
    const second = await list({ limit: 1, cursor: first.nextCursor });
    expect([first, second].map(({ items }) => items[0].id)).toEqual([
      'P1',
      'P2',
    ]);
    expect(second.nextCursor).toBeUndefined();
    expect(await list({ account: 'other' })).toMatchObject({ totalItems: 0 });
  });

  it('give incidents to their service, and take them away again', async () => {
    expect(await put([refOf('best')])).toEqual({ incidents: 2 });
    expect(await open('best')).toBe(2);
    expect(await list()).toMatchObject({ totalItems: 1 });
    expect(await put([refOf('good')])).toEqual({ incidents: 2 });
    expect([await open('best'), await open('good')]).toEqual([0, 2]);
    expect(await harness.services.incidentMappings.remove(BEST, ada)).toEqual({
      incidents: 0,
    });
    expect(await open('good')).toBe(0);
  });

  it('to nothing keep it from being asked for again', async () => {
    await put([]);
    const { items } = await list();
    expect(items.map(({ id: each, ignored }) => [each, ignored])).toEqual([
      ['P2', false],
      ['P1', true],
    ]);
    expect(items[1].suggestions).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a service that is none',
      () => put([refOf('best'), refOf('x')]),
      /^entityRefs\[1\]: component:default\/x is not a service/,
    ],
    [
      'a reference that is none',
      () => put(['best']),
      /^entityRefs\[0\]: expected a reference/,
    ],
    [
      'what no incident is about',
      () => put([], { ...BEST, id: 'x' }),
      /No incident is about a service "x" of pager/,
    ],
    [
      'to take back what nobody mapped',
      () => harness.services.incidentMappings.remove(BEST, ada),
      /Nobody mapped the service "P1"/,
    ],
  ])('refuse %s', async (_, act, message) => {
    await expect(act()).rejects.toThrow(message);
  });

  it('are made and listed by those who may', async () => {
    harness.policy.denied.add('reliability.incident.map');
    for (const act of [
      () => list(),
      () => put([]),
      () => harness.services.incidentMappings.remove(BEST, ada),
    ]) {
      await expect(act()).rejects.toThrow(/reliability.incident.map/);
    }
  });
});
