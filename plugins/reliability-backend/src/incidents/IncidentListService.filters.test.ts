import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ListIncidentsQuery,
  listIncidentsQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';
import { openIncidentPortal } from '../__testUtils__/incidentPortal';

jest.setTimeout(60_000);

const databases = testDatabases();
const MAP = 'reliability.incident.map';
/** Longer than counts are remembered. */
const SECONDS = 3000;
const iso = (time: number) => new Date(time).toISOString();

describe.each(databases.eachSupportedId())('lists of incidents on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openIncidentPortal(knex);
  });

  beforeEach(() => {
    harness.policy.readable = 'all';
    harness.policy.denied.clear();
    harness.policy.denied.add(MAP);
    // Decisions of the test before are over.
    harness.clock.now = NOW;
  });

  let visit = 0;
  const list = (query: ListIncidentsQuery = {}) => {
    // Counts that are remembered are over.
    harness.clock.advance(SECONDS);
    return harness.services.incidentList.list(
      listIncidentsQuerySchema.parse(query),
      mockCredentials.user(`user:default/reader-${visit++}`),
    );
  };
  describe('are narrowed', () => {
    it.each<[string, ListIncidentsQuery, string[]]>([
      ['to a service', { service: refOf('good') }, ['open']],
      [
        'to services',
        { service: [refOf('good'), refOf('even')] },
        ['open', 'felt'],
      ],
      ['to nothing by an empty service', { service: [''] }, []],
      ['to an owner', { owner: 'group:default/blue' }, ['open']],
      [
        'to a system',
        { system: 'system:default/checkout' },
        ['open', 'again', 'old', 'private'],
      ],
      ['to a tier', { tier: 'tier-2' }, ['felt']],
      ['to services of no tier', { tier: 'untiered' }, ['private']],
      ['to a tier that there is not', { tier: 'tier-x' }, []],
      [
        'to services of both, not to one of each',
        { tier: 'tier-1', owner: 'group:default/blue' },
        [],
      ],
      ['to a severity', { severity: '1' }, ['open']],
      [
        'to severities',
        { severity: ['2', 'none'] },
        ['again', 'old', 'private'],
      ],
      ['to a status', { status: 'closed' }, ['old', 'private']],
      ['to what is not over', { status: 'active' }, ['open']],
      [
        'to that and declined ones',
        { status: ['active', 'declined'] },
        ['open', 'declined'],
      ],
      ['to merged ones', { status: 'merged' }, ['merged']],
      ['to an account', { account: 'status' }, ['felt']],
      [
        'to a type of account',
        { provider: 'pagerduty' },
        ['open', 'again', 'old', 'private'],
      ],
      ['to an overdue postmortem', { postmortem: 'overdue' }, ['old']],
      [
        'to a missing one',
        { postmortem: ['missing', 'published'] },
        ['again', 'felt'],
      ],
      [
        'to those who need none',
        { postmortem: 'not-required' },
        ['open', 'private'],
      ],
      [
        'to those that customers felt',
        { customerImpact: 'true' as never },
        ['felt'],
      ],
      [
        'to those that they did not feel',
        { customerImpact: 'false' as never },
        [],
      ],
      [
        'to exercises beside the others',
        { tests: 'true' as never, tier: 'untiered' },
        ['test', 'private'],
      ],
      [
        'to a time',
        { from: iso(NOW - 10 * DAY), to: iso(NOW - HOUR) },
        ['again', 'felt'],
      ],
      ['by its reference', { q: 'inc-1' }, ['open']],
      ['by words in any order', { q: ' refused CARDS ' }, ['again', 'old']],
      ['by its summary', { q: 'acquirer' }, ['old']],
      ['by its cause', { q: 'certificate' }, ['again']],
      ['by its service', { q: 'default/even' }, ['felt']],
      ['by a sign that means something to databases', { q: '100%' }, ['old']],
      ['by a word that is nowhere', { q: 'cards nowhere' }, []],
      [
        'by a word among declined ones',
        { q: 'declined', status: 'declined' },
        ['declined'],
      ],
      [
        'by a word among those with an overdue postmortem',
        { q: 'cards', postmortem: 'overdue' },
        ['old'],
      ],
    ])('%s', async (_, query, expected) => {
      const { items, totalItems } = await list(query);
      expect(items.map(item => item.id.split(':')[1]).sort()).toEqual(
        [...expected].sort(),
      );
      expect(totalItems).toBe(expected.length);
    });

    it.each<[ListIncidentsQuery, string]>([
      [
        { severity: '6' },
        'severity: expected one of 1, 2, 3, 4, 5, none, not "6"',
      ],
      [{ status: 'over' }, 'status: expected one of triage, open, '],
      [{ postmortem: 'late' }, 'postmortem: expected one of not-required, '],
      [{ cursor: 'x' }, 'cursor: expected the nextCursor of a page'],
    ])('but not by %o', async (query, message) => {
      await expect(list(query)).rejects.toThrow(message);
    });
  });
});
