import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../../__testUtils__/databases';
import { refOf } from '../../../__testUtils__/entities';
import { DAY, Harness, NOW } from '../../../__testUtils__/harness';
import { putIncident } from '../../../__testUtils__/incidentData';
import { openRankedPortal } from '../../../__testUtils__/portal';
import { push } from '../../../__testUtils__/push';
import { riskCalls, riskId } from '../../../__testUtils__/risks';

jest.setTimeout(120_000);

const databases = testDatabases();

/** Fails at `good` of tier 0 and at `even` of tier 2. */
const tested = (name: string) => ({
  scorecard: 'ladder',
  check: 'tested',
  entityRef: refOf(name),
});

describe.each(databases.eachSupportedId())(
  'the register of risks on %s',
  id => {
    let knex: Knex;
    let harness: Harness;
    let risks: ReturnType<typeof riskCalls>;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex);
      risks = riskCalls(harness);
    });

    const lines = async (query: Parameters<typeof risks.list>[0]) =>
      (await risks.list(query)).items.map(item => [
        item.title,
        item.services.map(({ title }) => title).join(),
        item.score,
      ]);

    it('makes risks of failing checks, the worst first', async () => {
      expect(await lines({ kind: 'derived' })).toEqual([
        ['Check tested', 'good', 5],
        ['Check owned', 'poor', 3],
        ['Check tested', 'even', 3],
      ]);
    });

    it('takes incidents, and how long it fails, into account', async () => {
      await putIncident(knex, 'a', {
        services: ['even'],
        level: 2,
        stamps: { declared: NOW - DAY },
      });
      harness.clock.advance(31 * DAY);
      const { items } = await risks.list({ kind: 'derived', tier: 'tier-2' });
      expect(items).toMatchObject([
        {
          likelihood: 4,
          impact: 3,
          reasons: [
            'The check fails for 30 days or longer',
            '1 incident in 90 days, 1 of severity 1 or 2',
            expect.stringMatching(/^The tier is /),
          ],
          check: { id: 'tested', failing: true, since: null },
        },
      ]);
    });

    it('does not say that for long of a check that was unknown until lately', async () => {
      harness.clock.advance(DAY);
      await harness.services.tasks.snapshot();
      harness.clock.advance(29 * DAY);
      await push(harness, 'poor', { coverage: 10 });
      harness.clock.advance(DAY);
      const { items } = await risks.list({ kind: 'derived', check: 'tested' });
      const sinceOf = Object.fromEntries(
        items.map(({ services: [{ title }], check }) => [title, check?.since]),
      );
      expect(sinceOf).toEqual({ good: null, even: null, poor: '2026-12-20' });
    });

    it('does not name the service of a check that a reader may not see', async () => {
      await risks.create({
        check: tested('good'),
        services: [refOf('good'), refOf('even')],
      });
      harness.policy.readable = [refOf('even')];
      const { items } = await risks.list({ kind: 'written' });
      expect(items).toMatchObject([
        { check: null, services: [{ entityRef: refOf('even') }] },
      ]);
      // Nor does the filter tell which check it is.
      const asked = await risks.list({ kind: 'written', check: 'tested' });
      expect(asked.items).toEqual([]);
      expect(JSON.stringify(items)).not.toContain(refOf('good'));
    });

    it('says since which day it fails', async () => {
      const { items } = await risks.list({ kind: 'derived', q: 'GOOD' });
      expect(items).toMatchObject([{ check: { since: '2026-11-20' } }]);
    });

    it('shows a reader nothing of services that the catalog hides', async () => {
      await risks.create({ services: [refOf('good')] });
      await risks.create({
        id: riskId(2),
        title: 'Of two',
        services: [refOf('good'), refOf('best')],
      });
      await risks.create({
        id: riskId(3),
        title: 'Of blue',
        scope: { owner: 'group:default/blue' },
      });
      await risks.create({ id: riskId(4), title: 'Of all' });
      harness.policy.readable = [refOf('best')];
      const { items, totalItems, counts, matrix } = await risks.list();
      expect(items.map(({ title }) => title).sort()).toEqual([
        'Of all',
        'Of two',
      ]);
      expect(items.find(({ title }) => title === 'Of two')!.services).toEqual([
        { entityRef: refOf('best'), title: 'best' },
      ]);
      expect([totalItems, counts.written, counts.derived]).toEqual([2, 2, 0]);
      expect(matrix).toEqual([{ likelihood: 2, impact: 3, count: 2 }]);
    });

    it('shows a risk that was taken over once, and who did at the derived one', async () => {
      await risks.create({ check: tested('good'), likelihood: 5, impact: 5 });
      const all = await risks.list({ check: 'tested' });
      expect(all.items).toMatchObject([
        { kind: 'written', score: 25, check: { failing: true } },
        { kind: 'derived', services: [{ title: 'even' }] },
      ]);
      const derived = await risks.list({ kind: 'derived', check: 'tested' });
      expect(derived.items).toMatchObject([
        { owned: { id: riskId(1), owner: 'group:default/red', version: 1 } },
        { owned: null },
      ]);
    });

    it('shows the derived one again when somebody closes it while the check fails', async () => {
      await risks.create({ check: tested('good') });
      await risks.change(riskId(1), { version: 1, state: 'closed' });
      const { items } = await risks.list({ check: 'tested' });
      expect(items).toMatchObject([
        { kind: 'derived', state: 'open', owned: { state: 'closed' } },
        { kind: 'derived', owned: null },
      ]);
    });

    it('says of a written one that its check passes now', async () => {
      await risks.create({
        check: { ...tested('best') },
      });
      const { items } = await risks.list({ kind: 'written' });
      expect(items).toMatchObject([
        { check: { id: 'tested', failing: false }, reasons: [] },
      ]);
    });

    it.each([
      ['its owner', { owner: 'group:default/red' }, 1],
      ['the owner of a service', { owner: 'group:default/blue' }, 1],
      ['another owner', { owner: 'group:default/never' }, 0],
      ['the tier of a service', { tier: 'tier-0' }, 1],
      ['another tier', { tier: 'tier-3' }, 0],
      ['its state', { state: 'open' }, 1],
      ['another state', { state: 'accepted' }, 0],
      ['a word of its title', { q: 'LEDGER' }, 1],
      ['a word of nothing', { q: 'nothing' }, 0],
      ['its place', { likelihood: 2, impact: 3 }, 1],
      ['another place', { likelihood: 5 }, 0],
      ['being late', { overdue: 'true' }, 0],
    ])('finds a written one by %s', async (_, query, count) => {
      await risks.create({ services: [refOf('good')] });
      const { totalItems } = await risks.list({ kind: 'written', ...query });
      expect(totalItems).toBe(count);
    });

    it('marks those whose day is over', async () => {
      await risks.create({ reviewBy: '2026-11-21' });
      harness.clock.advance(2 * DAY);
      const { items, counts } = await risks.list({ overdue: 'true' });
      expect(items).toMatchObject([{ overdue: true }]);
      expect(counts.overdue).toBe(1);
    });

    it('counts the matrix whatever place is chosen', async () => {
      const { matrix, totalItems } = await risks.list({
        likelihood: 1,
        impact: 5,
      });
      expect(totalItems).toBe(1);
      expect(matrix).toEqual([
        { likelihood: 1, impact: 3, count: 2 },
        { likelihood: 1, impact: 5, count: 1 },
      ]);
    });

    it('pages through all', async () => {
      const titles: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await risks.list({ limit: 1, cursor });
        titles.push(...page.items.map(item => item.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(titles).toHaveLength(3);
      expect(new Set(titles).size).toBe(3);
    });

    it.each([
      [
        'a state that is none',
        { state: 'gone' },
        /^state: expected one of open/,
      ],
      ['a check that is none', { check: 'never' }, /no check "never"/],
      ['a cursor of another list', { cursor: 'x' }, /^cursor: /],
    ])('refuses %s', async (_, query, message) => {
      await expect(risks.list(query)).rejects.toThrow(message);
    });
  },
);
