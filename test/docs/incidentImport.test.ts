import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import reliabilityPlugin from '@plimsoll/backstage-plugin-reliability-backend';
import {
  importedIncidentSchema,
  ImportIncidentsResponse,
  IncidentResponse,
  ListUnmappedResponse,
  stampNames,
} from '@plimsoll/backstage-plugin-reliability-common';
import request from 'supertest';
import { codeUnder, documentation, rowsUnder } from './page';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const page = documentation('incident-import.md');
const [csv] = codeUnder(page, 'The table', 'csv');
const [json] = codeUnder(page, 'By a script', 'json');

const names = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

const service = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', owner: 'team', lifecycle: 'production' },
});

describe('the page about importing incidents', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    const scheduler = mockServices.scheduler();
    backend = await startTestBackend({
      features: [
        reliabilityPlugin,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.database.factory({
          knex: await databases.init('SQLITE_3'),
        }),
        mockServices.rootConfig.factory({ data: {} }),
        catalogServiceMock.factory({
          entities: [service('mail'), service('letters')],
        }),
      ],
    });
    await scheduler.triggerTask('reliability-sweep');
  });

  afterAll(() => backend.stop());

  const url = (path: string) => `/api/reliability/incidents${path}`;
  const bring = async (body: object) => {
    const { body: reply } = await request(backend.server)
      .post(url('/import'))
      .send(body);
    return reply as ImportIncidentsResponse;
  };
  const get = async <T>(path: string): Promise<T> =>
    (await request(backend.server).get(url(path))).body;

  it('lists every column', () => {
    const listed = rowsUnder(page, 'The table')
      .slice(1)
      .flatMap(([column]) => names(column));
    const { stamps: _, ...columns } = importedIncidentSchema.shape;
    expect(listed.sort()).toEqual(
      [...Object.keys(columns), ...stampNames].sort(),
    );
  });

  it('has a table that is imported, but for the row that it says is refused', async () => {
    const tried = await bring({ csv, dryRun: true });
    const { results, ...counts } = await bring({ csv });
    expect(tried.results).toEqual(results);
    expect(counts).toEqual({ stored: 3, unchanged: 0, rejected: 1 });
    expect(results[3]).toMatchObject({
      row: 4,
      reason: 'stamps.resolved: resolved is before declared',
    });
    expect(await bring({ csv })).toMatchObject({ stored: 0, unchanged: 3 });
  });

  it('says what comes of its rows', async () => {
    const mail = await get<IncidentResponse>('/portal:2025-031');
    expect(mail).toMatchObject({
      severity: { level: 2 },
      customerImpact: true,
      cause: 'connection pool',
      figures: { impact: 45 * 60_000, restore: 30 * 60_000 },
      postmortemUrl: 'https://wiki.example.com/2025-031',
    });
    const letters = await get<IncidentResponse>('/portal:2025-032');
    expect(letters.services.map(({ entityRef }) => entityRef).sort()).toEqual([
      'component:default/letters',
      'component:default/mail',
    ]);
    const { items } = await get<ListUnmappedResponse>('/unmapped');
    expect(items.map(({ label }) => label).sort()).toEqual([
      'Archive',
      'Print Shop',
    ]);
  });

  it('has rows of JSON that say the same as its table', async () => {
    const { unchanged } = await bring({ rows: JSON.parse(json) });
    expect(unchanged).toBe(1);
  });
});
