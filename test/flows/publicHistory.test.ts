import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import reliabilityPlugin from '@plimsoll/backstage-plugin-reliability-backend';
import {
  ImportIncidentsResponse,
  IncidentFiguresItem,
  IncidentStatsResponse,
  ListUnmappedResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import request from 'supertest';
import {
  begun,
  PublicIncident,
  publicIncidents,
  recomputed,
} from './publicHistory';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const PERIOD = 'from=2026-01-01T00:00:00Z&to=2026-05-01T00:00:00Z';

/** Rows whose stamps are not in order, as their source tells them. */
const crossed: Record<string, string> = {
  'gh-28795113': 'declared: declared is before impactStart',
  'gh-29400668': 'resolved: resolved is before impactEnd',
  'gh-29547216': 'resolved: resolved is before impactEnd',
};

/** What somebody does with a row that is refused: a year is put right, other times of the impact are left out. */
function mended(row: PublicIncident): PublicIncident {
  const { impactStart, impactEnd, ...others } = row.stamps;
  if (!(row.key in crossed)) return row;
  if (!impactStart?.startsWith('2025')) return { ...row, stamps: others };
  const year = (time: string | undefined) => time?.replace('2025', '2026');
  return {
    ...row,
    stamps: {
      ...others,
      impactStart: year(impactStart),
      impactEnd: year(impactEnd),
    },
  };
}

const componentNames = [
  ...new Set(publicIncidents.flatMap(({ subjects }) => subjects)),
].sort();
const nameOf = (component: string) =>
  component.toLowerCase().replaceAll(' ', '-');
const refOf = (component: string) => `component:default/${nameOf(component)}`;

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
  ...componentNames.map(component => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: nameOf(component), namespace: 'default' },
    spec: { type: 'service', owner: 'team', lifecycle: 'production' },
  })),
];

describe.each(databases.eachSupportedId())(
  'a public history of incidents on %s',
  id => {
    let backend: Awaited<ReturnType<typeof startTestBackend>>;

    beforeAll(async () => {
      const knex = await databases.init(id);
      const scheduler = mockServices.scheduler();
      backend = await startTestBackend({
        features: [
          reliabilityPlugin,
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
          mockServices.database.factory({ knex }),
          mockServices.rootConfig.factory({ data: {} }),
          catalogServiceMock.factory({ entities }),
        ],
      });
      await scheduler.triggerTask('reliability-sweep');
    });

    afterAll(() => backend.stop());

    const ask = async <T>(
      method: 'get' | 'post' | 'put',
      path: string,
      body?: object,
    ): Promise<T> => {
      const url = `/api/reliability${path}`;
      const response = await request(backend.server)[method](url).send(body);
      expect(response.body).not.toHaveProperty('error');
      return response.body;
    };
    const bring = (rows: readonly PublicIncident[], dryRun = false) =>
      ask<ImportIncidentsResponse>('post', '/incidents/import', {
        rows,
        dryRun,
      });
    const stats = (by: string) =>
      ask<IncidentStatsResponse>('get', `/incidents/stats?by=${by}&${PERIOD}`);
    const groupsOf = async (by: string) =>
      Object.fromEntries(
        (await stats(by)).groups.map(({ key, figures }) => [key, figures]),
      );

    it('lands, but for rows whose stamps are not in order, which are told with the stamp', async () => {
      const tried = await bring(publicIncidents, true);
      const { results, ...counts } = await bring(publicIncidents);
      expect(results).toEqual(tried.results);
      expect(counts).toEqual({ stored: 86, unchanged: 0, rejected: 3 });
      const refused = results.flatMap(({ row, reason }) =>
        reason ? [[publicIncidents[row - 1].key, reason]] : [],
      );
      expect(refused).toEqual(
        Object.entries(crossed).map(([key, why]) => [key, `stamps.${why}`]),
      );
    });

    it('lands whole when those rows are mended, and comes again without a change', async () => {
      const { results: _, ...counts } = await bring(
        publicIncidents.map(mended),
      );
      expect(counts).toEqual({ stored: 3, unchanged: 86, rejected: 0 });
      const again = await bring(publicIncidents.map(mended));
      expect(again.unchanged).toBe(89);
    });

    it('names components that become services with one word each, those that are suggested', async () => {
      const { items, withoutSubject } = await ask<ListUnmappedResponse>(
        'get',
        '/incidents/unmapped?limit=100',
      );
      expect(items.map(({ label }) => label).sort()).toEqual(componentNames);
      expect(withoutSubject).toBe(
        publicIncidents.filter(({ subjects }) => subjects.length === 0).length,
      );
      for (const { account, kind, id: subject, label, suggestions } of items) {
        expect(suggestions[0].entityRef).toBe(refOf(label!));
        await ask('put', '/incidents/mappings', {
          account,
          kind,
          id: subject,
          entityRefs: [suggestions[0].entityRef],
        });
      }
      const left = await ask<ListUnmappedResponse>(
        'get',
        '/incidents/unmapped?limit=100',
      );
      expect(left.items).toEqual([]);
    });

    it('has the figures that a recomputation gives: whole, by month, by service', async () => {
      const incidents = publicIncidents.map(mended);
      const { all } = await stats('month');
      expect(all).toMatchObject(recomputed(incidents));
      const months = await groupsOf('month');
      expect(Object.keys(months)).toEqual([
        '2026-01',
        '2026-02',
        '2026-03',
        '2026-04',
      ]);
      for (const [month, figures] of Object.entries(months)) {
        const some = incidents.filter(incident =>
          new Date(begun(incident)).toISOString().startsWith(month),
        );
        expect(figures).toMatchObject(recomputed(some));
      }
      const services = await groupsOf('service');
      const byService: Record<
        string,
        Partial<IncidentFiguresItem>
      > = Object.fromEntries(
        componentNames.map(component => [
          refOf(component),
          recomputed(
            incidents.filter(({ subjects }) => subjects.includes(component)),
          ),
        ]),
      );
      expect(services).toMatchObject(byService);
      expect(Object.keys(services).sort()).toEqual(
        Object.keys(byService).sort(),
      );
    });

    it('leaves out what nobody recorded, and says of how many', async () => {
      const { all } = await stats('month');
      const { detect, acknowledge, mitigate, restore } = all;
      const minutes = (ms: number | null) => ms && Math.round(ms / 60_000);
      expect({
        detect: detect.n,
        acknowledge: acknowledge.n,
        neverAcknowledged: all.neverAcknowledged,
        mitigate: [mitigate.n, minutes(mitigate.median)],
        restore: [restore.n, minutes(restore.median), minutes(restore.p90)],
        of: restore.of,
        impact: [all.impactMinutes, all.impactUnknown],
      }).toEqual({
        detect: 0,
        acknowledge: 0,
        neverAcknowledged: 0,
        mitigate: [4, 92],
        restore: [87, 70, 353],
        of: 89,
        impact: [5819, 50],
      });
    });
  },
);
