import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import {
  ada,
  ask,
  decide,
  Decision,
  detailOf,
  eve,
  grant,
} from '../../__testUtils__/exemptions';
import { DAY, Harness } from '../../__testUtils__/harness';
import { outcomesOf, reportOf, stepsOf } from '../../__testUtils__/observe';
import { openRankedPortal } from '../../__testUtils__/portal';
import { push } from '../../__testUtils__/push';
import { ladder, only } from '../../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();
const machine = mockCredentials.service('plugin:bot');
const DECIDE = 'reliability.exemption.decide';

describe.each(databases.eachSupportedId())(
  'decisions on exemptions on %s',
  id => {
    let knex: Knex;
    let harness: Harness;

    const levelOf = async (name: string) => {
      const { level, score } = await reportOf(harness, name);
      return `${level.id} ${score}`;
    };

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex);
    });

    it('one that is approved counts as met and leaves the score, until it ends by itself', async () => {
      expect(await levelOf('good')).toBe('bronze 500');
      const request = await ask(harness);
      expect(request).toMatchObject({
        state: 'requested',
        endsAt: '2026-12-21T00:00:00.000Z',
        check: { id: 'tested', outcome: 'fail', weight: 1 },
        service: { title: 'good', tier: { id: 'tier-0' } },
      });
      expect(await levelOf('good')).toBe('bronze 500');
      expect(await decide(harness, request)).toMatchObject({
        state: 'approved',
        decidedBy: 'user:default/bob',
        check: { outcome: 'exempt' },
      });
      expect(await levelOf('good')).toBe('silver 1000');
      await push(harness, 'good', { coverage: 10 }, { ttl: 'P100D' });
      for (const day of [1, 30]) {
        harness.clock.advance(day * DAY);
        await harness.services.sync.sweep();
        await harness.services.tasks.reassessDue();
        const { outcome } = (await reportOf(harness, 'good')).checks[1];
        expect(outcome).toBe(day === 1 ? 'exempt' : 'fail');
      }
      expect(await levelOf('good')).toBe('bronze 500');
      expect((await detailOf(harness, request.id)).exemption.state).toBe(
        'expired',
      );
      const steps = await stepsOf(harness, 'good');
      expect(steps.slice(-2).map(({ cause }) => cause)).toEqual([
        'rule',
        'rule',
      ]);
    });

    it('warns in the report two weeks before the end', async () => {
      await grant(harness, { until: '2026-12-01' });
      const { attention } = await reportOf(harness, 'good');
      expect(attention.map(({ kind }) => kind)).toContain('exemption-ending');
    });

    it.each<[string, Decision, typeof ada, string]>([
      ['revoked', 'revoke', eve, 'revoked'],
      ['withdrawn by who asked', 'withdraw', ada, 'withdrawn'],
    ])('one that is %s ends at once', async (_, decision, who, state) => {
      const granted = await grant(harness);
      expect(await decide(harness, granted, decision, { who })).toMatchObject({
        state,
        endsAt: new Date(harness.clock.now).toISOString(),
      });
      expect(await outcomesOf(harness, 'good')).toMatchObject({
        tested: 'fail',
      });
      const { events } = await detailOf(harness, granted.id);
      expect(events.map(({ action }) => action)).toEqual([
        'requested',
        'approved',
        state,
      ]);
    });

    it('one that is denied changes nothing, and makes room for another request', async () => {
      const denied = await decide(harness, await ask(harness), 'deny');
      expect(denied).toMatchObject({ state: 'denied', note: 'Seen' });
      expect(await levelOf('good')).toBe('bronze 500');
      expect(await ask(harness)).not.toMatchObject({ id: denied.id });
    });

    it('a machine may ask, and approves where the configuration lets it', async () => {
      const request = await ask(harness, {}, machine);
      const approve = () =>
        decide(harness, request, 'approve', { who: machine });
      await expect(approve()).rejects.toThrow('Only a person can approve');
      harness = await harness.restart({
        ...only(ladder(), ladder({ id: 'second', title: 'Second' })),
        exemptionRules: { allowMachines: true },
      });
      await expect(approve()).rejects.toThrow(/who asked .* cannot approve it/);
      const other = await ask(harness, { entityRef: refOf('even') });
      await expect(
        decide(harness, other, 'approve', { who: machine }),
      ).resolves.toMatchObject({ state: 'approved' });
    });

    it.each<[string, () => Promise<unknown>, RegExp]>([
      [
        'by who asked',
        async () =>
          decide(harness, await ask(harness), 'approve', { who: ada }),
        /The one who asked for an exemption cannot approve it/,
      ],
      [
        'without the permission',
        async () => {
          harness.policy.denied.add(DECIDE);
          return decide(harness, await ask(harness));
        },
        /lack the permission reliability\.exemption\.decide/,
      ],
      [
        'on what is hidden',
        async () => {
          const request = await ask(harness);
          harness.policy.readable = [refOf('best')];
          return decide(harness, request);
        },
        /There is no such exemption, or the catalog does not show/,
      ],
      [
        'on what was decided meanwhile',
        async () => {
          const request = await ask(harness);
          await decide(harness, request, 'deny', { who: eve });
          return decide(harness, request);
        },
        /changed since you read it: it was denied by user:default\/eve at 2026-11-20T12/,
      ],
      [
        'on what is decided already',
        async () => {
          const denied = await decide(harness, await ask(harness), 'deny');
          return decide(harness, denied);
        },
        /nothing to approve: it was denied by user:default\/bob/,
      ],
      [
        'on what is over',
        async () => {
          const request = await ask(harness, { until: '2026-11-21' });
          harness.clock.advance(3 * DAY);
          return decide(harness, request);
        },
        /nothing to approve: it was over at 2026-11-22/,
      ],
    ])('a decision %s is refused', async (_, act, message) => {
      await expect(act()).rejects.toThrow(message);
      expect(await outcomesOf(harness, 'best')).toMatchObject({
        tested: 'pass',
      });
    });

    it('an approval keeps to the longest that is allowed by then', async () => {
      const request = await ask(harness, { until: '2027-05-01' });
      harness = await harness.restart({
        ...only(ladder(), ladder({ id: 'second', title: 'Second' })),
        exemptionRules: { maxDuration: 'P30D' },
      });
      await expect(decide(harness, request)).rejects.toThrow(
        /^until: .*the latest day is 2026-12-20/,
      );
    });
  },
);
