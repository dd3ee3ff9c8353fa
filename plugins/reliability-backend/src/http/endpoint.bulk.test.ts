import { createTestApi, TestApi } from '../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames, refOf } from '../__testUtils__/entities';
import { openRankedPortal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('the HTTP API', () => {
  let api: TestApi;

  beforeAll(async () => {
    const knex = await openTestDatabase(databases, 'SQLITE_3');
    await emptyDatabase(knex);
    api = createTestApi(await openRankedPortal(knex));
  });

  it('takes an import that is longer than other bodies', async () => {
    const rows = manyNames(3000).map(name => ({
      entityRef: refOf(name),
      itemId: 'rollback-tested',
      answer: 'no',
      note: 'x'.repeat(200),
    }));
    const path = '/checklists/production-readiness/answers/import';
    expect((await api.call('post', path, { rows })).body).toMatchObject({
      rejected: 3000,
    });
  });

  it('takes samples that are longer than other bodies', async () => {
    const samples = manyNames(3000).map(name => ({
      entityRef: refOf(name),
      slo: 'letters',
      start: '2026-11-19T00:00:00Z',
      end: '2026-11-20T00:00:00Z',
      bad: 1,
      total: 1000,
    }));
    const body = { source: 'nightly', samples };
    const reply = await api.asMachine(api.call('put', '/slo-samples', body));
    expect(reply.body).toMatchObject({ rejected: 3000 });
  });

  it('takes incidents and changes that are longer than other bodies', async () => {
    const long = 'x'.repeat(200);
    const rows = manyNames(3000).map(key => ({ key, title: long }));
    const imported = await api.call('post', '/incidents/import', { rows });
    expect(imported.body).toMatchObject({ rejected: 3000 });
    const changes = manyNames(3000).map(id => ({ id, title: long }));
    const body = { source: 'ci', changes };
    const pushed = await api.asMachine(api.call('put', '/changes', body));
    expect(pushed.body.rejected).toHaveLength(3000);
  });

  describe('of a postmortem', () => {
    const put = (text: string, count = 1) =>
      api.call('put', '/incidents/pager%3A1/postmortem', {
        version: 0,
        title: 'Long',
        sections: manyNames(count).map(id => ({ id, text })),
      });

    it.each<[string, string, number, number, RegExp]>([
      ['takes a long one', 'x'.repeat(45_000), 20, 404, /no incident/],
      ['refuses a longer one', 'x'.repeat(45_000), 25, 413, /too large/],
      ['refuses a NUL anywhere', 'a\0', 1, 400, /^sections: holds a NUL/],
    ])('%s', async (_, text, count, status, message) => {
      const reply = await put(text, count);
      expect(reply.status).toBe(status);
      expect(reply.body.error.message).toMatch(message);
    });
  });

  it('answers a table as a file', async () => {
    const path = '/checklists/production-readiness/answers?format=csv';
    const { headers, text } = await api.get(path);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="production-readiness-answers.csv"',
    );
    expect(text).toBe('entityRef,itemId,answer,note,evidence,at,by\n');
  });
});
