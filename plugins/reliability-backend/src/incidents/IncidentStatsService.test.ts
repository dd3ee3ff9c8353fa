import { mockCredentials } from '@backstage/backend-test-utils';
import {
  IncidentStatsQuery,
  incidentStatsQuerySchema,
  statistics,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import {
  putFollowUp,
  putIncident,
  putPostmortem,
} from '../__testUtils__/incidentData';
import { incidentSection } from '../__testUtils__/incidentPortal';
import { openRankedPortal } from '../__testUtils__/portal';
import { StatLine } from './IncidentStatStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const iso = (time: number) => new Date(time).toISOString();
const NAMES = ['best', 'good', 'even', 'poor'];

describe.each(databases.eachSupportedId())('figures on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex, { reliability: incidentSection });
    await fill(knex);
  });

  beforeEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(MINUTE);
  });

  let visit = 0;
  const get = (query: IncidentStatsQuery = {}) =>
    harness.services.incidentStats.get(
      incidentStatsQuerySchema.parse({ to: iso(NOW + 1), ...query }),
      mockCredentials.user(`user:default/reader-${visit++}`),
    );
  const groups = async (query: IncidentStatsQuery) =>
    (await get(query)).groups.map(
      ({ key, figures }) => [key, figures.incidents] as const,
    );

  it('agree with a recomputation over all that was stored, however small the batches are', async () => {
    const { incidentStats } = harness.stores;
    const filter = {
      tiers: harness.config.tiers,
      now: harness.clock.now,
      unmapped: true,
      tests: false,
      words: [],
      from: NOW - 365 * DAY,
      to: NOW + 1,
    };
    const lines: StatLine[] = [];
    let batches = 0;
    for await (const batch of incidentStats.batches(knex, filter, 7)) {
      lines.push(...batch);
      batches += 1;
    }
    expect(batches).toBeGreaterThan(5);
    expect(new Set(lines.map(line => line.id)).size).toBe(lines.length);
    const { all } = await get();
    expect(all).toEqual(
      statistics(
        lines.map(({ incident }) => incident),
        { ...filter, severityNames: incidentSection.incidents.severityNames },
      ),
    );
    expect(all).toMatchObject({
      incidents: 40,
      open: 1,
      repeats: 3,
      restore: { n: 39, of: 39 },
      pages: { total: 80, withoutHuman: 40 },
      postmortems: { required: 2, published: 1, inTime: 1, overdue: 1 },
      followUps: { total: 3, done: 1, inTime: 1, overdue: 1 },
    });
  });

  it.each<[string, IncidentStatsQuery, [string, number][]]>([
    [
      'services',
      { by: 'service' },
      [
        [refOf('even'), 14],
        [refOf('best'), 13],
        [refOf('good'), 9],
        [refOf('poor'), 9],
      ],
    ],
    [
      'owners',
      { by: 'owner' },
      [
        ['group:default/red', 22],
        ['group:default/blue', 9],
        ['group:default/nobody', 9],
      ],
    ],
    [
      'tiers',
      { by: 'tier' },
      [
        ['tier-2', 14],
        ['tier-1', 13],
        ['tier-0', 9],
        ['untiered', 9],
      ],
    ],
    [
      'severities',
      { by: 'severity' },
      [
        ['2', 20],
        ['3', 19],
        ['none', 1],
      ],
    ],
    [
      'services of one owner',
      { by: 'service', owner: 'group:default/red' },
      [
        [refOf('even'), 14],
        [refOf('best'), 13],
      ],
    ],
  ])(
    'are told by %s, an incident in every group to which it belongs',
    async (_, query, expected) => {
      expect(await groups(query)).toEqual(expected);
    },
  );

  it('are told by month, in order and without gaps', async () => {
    const { groups: months } = await get({
      by: 'month',
      from: iso(NOW - 100 * DAY),
    });
    expect(months.map(({ key }) => key)).toEqual([
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    expect(months.map(({ figures }) => figures.incidents)).toEqual([
      0, 0, 20, 20,
    ]);
    expect(months.map(({ trend }) => trend)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('begin a month when it begins where the reader is', async () => {
    const edge = Date.parse('2026-10-31T23:30:00Z');
    const query = {
      by: 'month' as const,
      from: iso(edge),
      to: iso(edge + HOUR),
    };
    await putIncident(knex, 'edge', {
      services: ['poor'],
      stamps: { declared: edge },
    });
    expect(await groups(query)).toEqual([
      ['2026-10', 1],
      ['2026-11', 0],
    ]);
    expect(await groups({ ...query, timeZone: 'Europe/Berlin' })).toEqual([
      ['2026-11', 1],
    ]);
    await knex('reliability_incidents').where({ id: 'pager:edge' }).delete();
  });

  it('name what comes back again and again', async () => {
    const { repeaters } = await get();
    expect(repeaters).toEqual([
      {
        entityRef: refOf('best'),
        title: 'best',
        key: 'pool',
        incidents: 4,
        lastId: 'pager:i0',
        lastAt: iso(NOW - DAY),
      },
    ]);
  });

  it('are only of what the reader sees', async () => {
    harness.policy.readable = [refOf('good')];
    const reply = await get({ by: 'service' });
    expect(reply.all.incidents).toBe(9);
    expect(reply.groups.map(({ key }) => key)).toEqual([refOf('good')]);
    expect(reply.repeaters).toEqual([]);
  });

  it('are read once for all who ask the same within a quarter of a minute', async () => {
    const batches = jest.spyOn(harness.stores.incidentStats, 'batches');
    await Promise.all([
      get({ by: 'tier', q: 'i' }),
      get({ by: 'tier', q: 'i' }),
    ]);
    expect(batches).toHaveBeenCalledTimes(1);
    harness.clock.advance(15_000);
    await get({ by: 'tier', q: 'i' });
    expect(batches).toHaveBeenCalledTimes(2);
    batches.mockRestore();
  });

  it.each<[IncidentStatsQuery, string]>([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone: expected a name such as'],
    [{ from: iso(NOW + DAY) }, 'from: expected a time before to'],
    [{ severity: 'x' }, 'severity: expected one of'],
  ])('are refused for %o', async (query, message) => {
    await expect(get(query)).rejects.toThrow(message);
  });
});

/** The first four are of `best`, then each is of the next; some are of `even` too. */
const servicesOf = (n: number) =>
  n < 4 ? ['best'] : [NAMES[n % 4], ...(n % 8 === 4 ? ['even'] : [])];

/** Twenty in each of two months; the first four are the same trouble at `best`. */
async function fill(knex: Knex): Promise<void> {
  for (let n = 0; n < 40; n++) {
    const declared = NOW - DAY - (n < 20 ? n * HOUR : 25 * DAY + n * HOUR);
    await putIncident(knex, `i${n}`, {
      services: servicesOf(n),
      status: n === 39 ? 'open' : 'resolved',
      level: n === 5 ? null : 2 + (n % 2),
      ...(n < 4 && { dedupeKey: 'pool' }),
      stamps: {
        declared,
        ...(n !== 39 && { resolved: declared + (n + 1) * MINUTE }),
      },
      columns: {
        pages_total: 2,
        pages_without_human: 1,
        ...(n < 3 && { repeat_of: `pager:i${n + 1}` }),
        ...(n < 2 && {
          postmortem_required: true,
          draft_due_at: new Date(NOW - HOUR),
          publish_due_at: new Date(NOW + DAY),
        }),
      },
    });
  }
  await putPostmortem(knex, 'pager:i0', {
    status: 'published',
    published_at: new Date(NOW),
  });
  const due_at = new Date(NOW - HOUR);
  await putFollowUp(knex, 'pager:i0', { due_at });
  await putFollowUp(knex, 'pager:i0', {
    due_at,
    status: 'done',
    done_at: new Date(NOW),
  });
  await putFollowUp(knex, 'pager:i0', { status: 'in-progress' });
  await putFollowUp(knex, 'pager:i0', { due_at, status: 'wont-do' });
}
