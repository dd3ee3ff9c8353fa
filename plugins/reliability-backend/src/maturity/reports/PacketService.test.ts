import { createTestApi, TestApi } from '../../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { push } from '../../__testUtils__/push';

jest.setTimeout(60_000);

const databases = testDatabases();

interface Section {
  id: string;
  lines: string[];
  table: { rows: unknown[][] } | null;
}

describe.each(databases.eachSupportedId())(
  'the review of a month on %s',
  id => {
    let harness: Harness;
    let api: TestApi;

    beforeAll(async () => {
      const knex = await openTestDatabase(databases, id);
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex);
      api = createTestApi(harness);
      // The clock stands in November: that month is reviewed once December has begun.
      await harness.services.tasks.snapshot();
      harness.clock.advance(5 * DAY);
      await push(harness, 'even', { coverage: 90 });
      await harness.services.tasks.snapshot();
    });

    beforeEach(() => {
      harness.policy.readable = 'all';
    });

    const review = async (query = '') => {
      const { status, body } = await api.get(`/packets/2026-11${query}`);
      expect([status, body.error?.message]).toEqual([200, undefined]);
      const sections = body.sections as Section[];
      return {
        ...body,
        part: (name: string) => sections.find(section => section.id === name),
      };
    };

    it('has all its parts, and the definitions last', async () => {
      const { sections } = await review();
      const ids = sections.map((section: Section) => section.id);
      expect(ids).toEqual([
        'levels',
        'down',
        'up',
        'kpis',
        'budgets',
        'incidents',
        'follow-ups',
        'exemptions',
        'campaigns',
        'risks',
        'definitions',
      ]);
    });

    it('says that the month goes on', async () => {
      const { title, subtitle } = await review();
      expect(title).toBe('Reliability in November 2026');
      expect(subtitle).toMatch(/so far, until 2026-11-\d\d/);
    });

    it('counts the services of a team alone', async () => {
      const { part } = await review('?owner=group:default/blue');
      expect(part('levels')?.lines).toEqual([
        expect.stringMatching(/^1 service; /),
        'No service gained a level.',
        'No service lost a level.',
      ]);
    });

    it('says nothing of services that the reader may not see', async () => {
      harness.policy.readable = [refOf('good')];
      harness.clock.advance(60_000);
      const body = await review();
      expect(JSON.stringify(body)).not.toContain('default/even');
      expect(body.part('levels')?.lines[0]).toMatch(/^1 service; /);
    });

    it.each([
      ['2027-01', /^month: 2027-01 has not begun/],
      ['2026-13', /^month: expected a month such as 2026-10/],
      ['2026', /^month: expected a month/],
      ['1999-01', /^month: expected one of the last 5 years/],
    ])('%s is refused', async (month, message) => {
      const { status, body } = await api.get(`/packets/${month}`);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(message);
    });

    it('of a month whose levels are not kept any more has the other parts', async () => {
      const { status, body } = await api.get('/packets/2023-01');
      expect([status, body.error?.message]).toEqual([200, undefined]);
      const sections = body.sections as Section[];
      expect(sections.map(section => section.id)).toEqual(
        expect.arrayContaining(['levels', 'kpis', 'incidents']),
      );
      expect(sections[0].lines).toEqual([
        'Levels of the day before the month are not kept any more.',
      ]);
    });

    it('may be printed', async () => {
      const { type, text } = await api.get('/packets/2026-11?format=html');
      expect(type).toBe('text/html');
      expect(text).toContain('<h1>Reliability in November 2026</h1>');
    });
  },
);
