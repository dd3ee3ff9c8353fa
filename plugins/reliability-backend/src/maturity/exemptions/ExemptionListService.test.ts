import { mockCredentials } from '@backstage/backend-test-utils';
import { ListExemptionsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import {
  ada,
  debtOf,
  detailOf,
  listOf,
  putExemption,
} from '../../__testUtils__/exemptions';
import { DAY, Harness, NOW } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

const configured = {
  exemptions: [
    {
      scorecard: 'ladder',
      check: 'owned',
      entityRef: refOf('poor'),
      reason: 'Nobody is left',
      approvedBy: 'group:default/sre',
      until: '2026-12-10',
    },
  ],
};

describe.each(databases.eachSupportedId())('lists of exemptions on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex, { reliability: configured });
  });

  /** Waiting: `a` of Ada, `b` of Bob. In force: `c`, `d` soon over. Over: `e`, `f`, `g`. */
  async function fill() {
    const approved = {
      state: 'approved',
      decided_by: 'user:default/bob',
      decided_at: new Date(NOW - DAY),
      since_at: new Date(NOW - DAY),
    };
    await putExemption(knex, 'a', { requested_at: new Date(NOW - DAY) });
    await putExemption(knex, 'b', {
      entity_ref: refOf('even'),
      requested_by: 'user:default/bob',
    });
    await putExemption(knex, 'c', { ...approved, until: '2027-01-31' });
    await putExemption(knex, 'd', {
      ...approved,
      until: '2026-12-01',
      entity_ref: refOf('even'),
      check_id: 'owned',
    });
    await putExemption(knex, 'e', { ...approved, until: '2026-11-01' });
    await putExemption(knex, 'f', { until: '2026-11-02' });
    await putExemption(knex, 'g', {
      state: 'denied',
      until: '2026-11-03',
      scorecard_id: 'second',
    });
    await putExemption(knex, 'x', { entity_ref: refOf('gone') });
  }

  const namesOf = async (query: ListExemptionsQuery) => {
    const { items, totalItems } = await listOf(harness, query);
    expect(totalItems).toBe(items.length);
    return items
      .map(({ id: name }) => (name.length > 1 ? 'configured' : name))
      .join(' ');
  };

  it.each<[string, ListExemptionsQuery, string]>([
    ['everything, what ends first in front', {}, 'e f g d configured a b c'],
    [
      'the newest request first',
      { orderBy: 'requested', order: 'desc', state: ['requested'] },
      'b a',
    ],
    ['what waits', { state: 'requested' }, 'a b'],
    ['what waits for the reader', { forMe: 'true' }, 'a'],
    ['what is in force', { state: 'approved' }, 'd configured c'],
    ['what ends soon', { expiring: 'true' }, 'd'],
    ['what is over', { state: ['expired', 'denied'] }, 'e f g'],
    ['what has any of no states', { state: '' }, ''],
    ['one service', { service: refOf('even') }, 'd b'],
    ['one owner', { owner: 'group:default/blue' }, 'e f g a c'],
    [
      'services of nobody known',
      { owner: 'group:default/nobody' },
      'configured',
    ],
    ['one check', { check: 'owned' }, 'd configured'],
    ['one scorecard', { scorecard: 'second' }, 'g'],
  ])('show %s', async (_, query, expected) => {
    await fill();
    expect(await namesOf(query)).toBe(expected);
  });

  it('count by state, whatever state is shown', async () => {
    await fill();
    const counts = {
      requested: 2,
      forMe: 1,
      approved: 3,
      expiring: 1,
      over: 3,
    };
    expect(await listOf(harness, { state: 'denied' })).toMatchObject({
      counts,
    });
    const other = await listOf(harness, { service: refOf('even') });
    expect(other.counts).toEqual({
      requested: 1,
      forMe: 0,
      approved: 1,
      expiring: 1,
      over: 0,
    });
  });

  it.each([['asc'], ['desc']] as const)(
    'go on from page to page, %s, those of the configuration among them',
    async order => {
      await fill();
      const whole = await listOf(harness, { order });
      const walked: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listOf(harness, { order, limit: 2, cursor });
        expect(page.totalItems).toBe(8);
        walked.push(...page.items.map(item => item.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(walked).toEqual(whole.items.map(item => item.id));
      expect(walked).toHaveLength(8);
    },
  );

  it('refuse the cursor of another list', async () => {
    await fill();
    const { nextCursor } = await listOf(harness, { limit: 1 });
    await expect(
      listOf(harness, { limit: 1, check: 'owned', cursor: nextCursor }),
    ).rejects.toThrow(/^cursor: /);
  });

  it('show a reader only what the catalog shows, also in counts and debt', async () => {
    await fill();
    harness.policy.readable = [refOf('even')];
    const { items, totalItems, counts } = await listOf(harness);
    expect(items.map(item => item.id)).toEqual(['d', 'b']);
    expect([totalItems, counts.over]).toEqual([2, 0]);
    expect((await debtOf(harness)).total.exemptions).toBe(1);
    await expect(detailOf(harness, 'c')).rejects.toThrow('no such exemption');
  });

  it('say what the reader may do', async () => {
    await fill();
    const mayOf = async (who: typeof ada) => {
      const { items } = await listOf(harness, { state: 'requested' }, who);
      return items.map(({ id: name, may }) => [
        name,
        may.approve,
        may.withdraw,
      ]);
    };
    expect(await mayOf(ada)).toEqual([
      ['a', false, true],
      ['b', true, true],
    ]);
    harness.policy.denied.add('reliability.exemption.decide');
    harness.policy.denied.add('reliability.exemption.request');
    expect(await mayOf(ada)).toEqual([
      ['a', false, true],
      ['b', false, false],
    ]);
  });

  it('name for a digest what waits, and what ends within a time', async () => {
    await fill();
    const { exemptions } = harness.stores;
    const ids = (found: { id: string }[]) => found.map(each => each.id);
    expect(ids(await exemptions.waiting(knex, NOW))).toEqual(['a', 'b', 'x']);
    const soon = exemptions.endingBetween(knex, NOW, NOW + 14 * DAY);
    expect(ids(await soon)).toEqual(['d']);
  });

  it('answer a machine as anybody', async () => {
    await fill();
    const { counts } = await listOf(
      harness,
      {},
      mockCredentials.service('plugin:bot'),
    );
    expect(counts.forMe).toBe(2);
  });
});
