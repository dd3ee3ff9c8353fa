import {
  RouteContract,
  routes,
} from '@plimsoll/backstage-plugin-reliability-common';
import Papa from 'papaparse';
import { createTestApi, TestApi } from '../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service } from '../__testUtils__/entities';
import { Harness, HOUR } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import { csvColumns, listItem } from './csvColumns';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('a list as a table', () => {
  let harness: Harness;
  let api: TestApi;

  beforeAll(async () => {
    const knex = await openTestDatabase(databases, 'SQLITE_3');
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    api = createTestApi(harness);
  });

  const table = async (path: string) => {
    const { status, text, type, headers } = await api.get(path);
    expect([status, type]).toEqual([200, 'text/csv']);
    const { data } = Papa.parse<Record<string, string>>(text.trim(), {
      header: true,
    });
    return { rows: data, disposition: headers['content-disposition'] };
  };

  it('has a row for each item, and a column for each field within it', async () => {
    const { items } = (await api.get('/services')).body;
    const { rows, disposition } = await table('/services?format=csv');
    expect(rows.map(row => row.entityRef)).toEqual(
      items.map((item: { entityRef: string }) => item.entityRef),
    );
    expect(rows[0]).toMatchObject({
      'level.name': items[0].level.name,
      score: String(items[0].score),
      'tier.id': items[0].tier.id,
    });
    expect(disposition).toBe('attachment; filename="services.csv"');
  });

  it('has the same filters as the list', async () => {
    const { rows } = await table('/services?format=csv&q=poor');
    expect(rows.map(row => row.entityRef)).toEqual([refOf('poor')]);
  });

  it('holds all pages, however many', async () => {
    const names = Array.from({ length: 620 }, (_, index) => `many-${index}`);
    harness.catalog.put(...names.map(name => service(name)));
    await harness.services.sync.sweep();
    harness.services.ranking.changed();
    const { totalItems } = (await api.get('/services?limit=1')).body;
    const { rows } = await table('/services?format=csv&limit=1');
    expect(totalItems).toBeGreaterThan(620);
    expect(new Set(rows.map(row => row.entityRef)).size).toBe(totalItems);
  });

  it('begins at the beginning, whatever page it is asked from', async () => {
    const { nextCursor } = (await api.get('/services?limit=1')).body;
    const { rows } = await table(
      `/services?format=csv&limit=1&cursor=${encodeURIComponent(nextCursor)}`,
    );
    expect(rows[0].entityRef).toBe(refOf('best'));
  });

  it('shows a reader only what the list shows', async () => {
    harness.policy.readable = [refOf('poor')];
    harness.clock.advance(HOUR);
    const { rows } = await table('/services?format=csv');
    harness.policy.readable = 'all';
    harness.clock.advance(HOUR);
    expect(rows.map(row => row.entityRef)).toEqual([refOf('poor')]);
  });

  it.each([
    ['/services?format=csv&tier=tier-1&limit=0&x=1', 400],
    ['/services?format=xml', 400],
  ])('%s is refused', async (path, status) => {
    expect((await api.get(path)).status).toBe(status);
  });

  it('keeps a spreadsheet from running what somebody wrote', async () => {
    harness.catalog.put(service('evil', { metadata: { title: '=1+1' } }));
    await harness.services.sync.sweep();
    harness.services.ranking.changed();
    const { rows } = await table('/services?format=csv&q=evil');
    expect(rows[0].title).toBe("'=1+1");
  });
});

const lists = Object.entries<RouteContract>(routes).filter(([, route]) =>
  listItem(route),
);

it.each(lists)('%s has columns with names of their own', (_, route) => {
  const names = csvColumns(listItem(route)!).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(1);
  expect(new Set(names).size).toBe(names.length);
});
