import {
  listPostmortemsQuerySchema,
  putPostmortemRequestSchema,
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
import { ada, bob } from '../__testUtils__/readiness';
import { tellIncident } from '../__testUtils__/tellIncident';

jest.setTimeout(60_000);

const databases = testDatabases();

const REQUIRED = ['summary', 'timeline', 'impact', 'causes'];
const filled = REQUIRED.map(id => ({ id, text: `About the ${id}` }));

describe.each(databases.eachSupportedId())(
  'a list of postmortems on %s',
  id => {
    let knex: Knex;
    let harness: Harness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    const put = (body: object, { incident = 'pager:over', who = ada } = {}) =>
      harness.services.postmortems.put(
        incident,
        putPostmortemRequestSchema.parse({
          title: 'Cards',
          version: 0,
          ...body,
        }),
        who,
      );
    const move = (
      status: 'draft' | 'in-review' | 'published',
      version: number,
      who = ada,
    ) =>
      harness.services.postmortems.setStatus(
        'pager:over',
        { status, version },
        who,
      );

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex);
      const at = { declared: NOW - DAY, resolved: NOW - DAY + HOUR };
      const over = { status: 'resolved' as const, stamps: at };
      await tellIncident(harness, 'late', {
        ...over,
        severity: 'sev1',
        stamps: { declared: NOW - 20 * DAY, resolved: NOW - 20 * DAY },
        names: ['good'],
        updatedAt: NOW - DAY,
      });
      await tellIncident(harness, 'small', {
        ...over,
        severity: 'sev5',
        updatedAt: NOW - HOUR,
      });
      await tellIncident(harness, 'over', {
        ...over,
        severity: 'sev1',
        title: 'Cards refused',
      });
      await put({ sections: filled });
      await move('in-review', 1);
      await move('published', 2, bob);
      harness.clock.advance(HOUR);
      await put(
        { url: 'https://wiki.example/2', title: 'Elsewhere' },
        { incident: 'pager:small' },
      );
    });

    const list = (query: object = {}) =>
      harness.services.postmortemList.list(
        listPostmortemsQuerySchema.parse(query),
        ada,
      );

    const titles = async (query: object) =>
      (await list(query)).items.map(({ incident, state }) => [
        incident.id,
        state,
      ]);

    it.each<[string, object, string[][]]>([
      [
        'all that exist, the last changed first',
        {},
        [
          ['pager:small', 'draft'],
          ['pager:over', 'published'],
        ],
      ],
      [
        'those that are overdue',
        { state: 'overdue' },
        [['pager:late', 'overdue']],
      ],
      ['those of a service', { service: refOf('good') }, []],
      [
        'those of an owner',
        { owner: 'group:default/blue', state: 'overdue' },
        [['pager:late', 'overdue']],
      ],
      [
        'those with a word',
        { q: 'about IMPACT' },
        [['pager:over', 'published']],
      ],
      [
        'those that changed since',
        { since: new Date(NOW + 1).toISOString() },
        [['pager:small', 'draft']],
      ],
      ['none of no state', { state: '' }, []],
    ])('are %s', async (_, query, expected) => {
      expect(await titles(query)).toEqual(expected);
      expect((await list(query)).totalItems).toBe(expected.length);
    });

    it('give their text only when they are published', async () => {
      const { items } = await list();
      expect(items[0]).toMatchObject({
        excerpt: '',
        owners: ['group:default/red'],
      });
      expect(items[1].excerpt).toMatch(
        /^Summary\nAbout the summary\n\nTimeline/,
      );
    });

    it('come in pages', async () => {
      const first = await list({ limit: 1 });
      const second = await list({ limit: 1, cursor: first.nextCursor });
      expect([first, second].map(({ items }) => items[0].incident.id)).toEqual([
        'pager:small',
        'pager:over',
      ]);
      expect(second.nextCursor).toBeUndefined();
    });

    it('are those that the reader may see', async () => {
      harness.policy.readable = [refOf('good')];
      const all = { state: ['published', 'draft', 'overdue', 'missing'] };
      expect(await titles(all)).toEqual([['pager:late', 'overdue']]);
    });
  },
);
