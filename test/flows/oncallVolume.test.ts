import { TestDatabases } from '@backstage/backend-test-utils';
import { OncallAccountItem } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { incidentIo, opsgenie, pagerduty } from './oncallAccounts';
import {
  openAccount,
  FlowAccount,
  onCallService,
  startOncallPortal,
} from './oncallPortal';

jest.setTimeout(300_000);

/** More than a minute of the slowest vendor lets through. */
const SHARES = [400, 300, 1300];
const MINUTE = 60_000;

/** Answers that may be on their way from a vendor to the database: one call's, and those of one transaction. */
const HELD = 50;

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Requests in the busiest minute of a vendor's clock. */
const busiestMinute = ({ fake }: FlowAccount) => {
  const times = fake.requests.map(({ at }) => at);
  let first = 0;
  let most = 0;
  times.forEach((at, index) => {
    while (at - times[first] >= MINUTE) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
};

/** How many rotations of an account were asked for and are not in the database yet. */
async function held(knex: Knex, { name, fake, asksFor }: FlowAccount) {
  const asked = new Set(fake.requests.flatMap(asksFor));
  const [{ kept }] = await knex('reliability_oncall_rotations')
    .where({ account: name })
    .whereNotNull('fetched_at')
    .count({ kept: '*' });
  return asked.size - Number(kept);
}

/** Services with a rotation each, so many for each account, and what the portal holds at the most. */
async function startWith(accounts: readonly FlowAccount[], shares: number[]) {
  const knex = await databases.init('SQLITE_3');
  const rotations = accounts.flatMap((each, place) =>
    Array.from({ length: shares[place] }, (_, index) => each.put(index)),
  );
  const most = new Map<string, number>();
  const portal = await startOncallPortal({
    knex,
    accounts,
    entities: rotations.map((rotation, index) =>
      onCallService(`service-${index}`, rotation),
    ),
    async seen(name) {
      const asked = accounts.find(each => each.name === name)!;
      const now = await held(knex, asked);
      most.set(name, Math.max(most.get(name) ?? 0, now));
    },
  });
  await portal.run('sweep');
  await portal.run('people-sweep');
  return {
    ...portal,
    /** The most answers of an account that were in memory at a time. */
    most: (name: string) => most.get(name),
    /** How many rotations of each account were read, without any that failed. */
    async read() {
      const { body } = await portal.get('/oncall/accounts');
      const items: OncallAccountItem[] = body.items;
      return items
        .slice(0, accounts.length)
        .map(({ state, rotations: all, failing }) =>
          state === 'ok' && failing === 0 ? all : 0,
        );
    },
    async stop() {
      await portal.stop();
      await Promise.all(accounts.map(({ fake }) => fake.stop()));
    },
  };
}

describe('many rotations', () => {
  it('2,000 of three accounts are read within the limits of the vendors, and a few at a time are in memory', async () => {
    const accounts = [
      await openAccount('one', pagerduty),
      await openAccount('two', opsgenie),
      await openAccount('three', incidentIo),
    ];
    const portal = await startWith(accounts, SHARES);
    try {
      await Promise.all(accounts.map(({ name }) => portal.sync(name)));
      expect(await portal.read()).toEqual(SHARES);
      const { body } = await portal.get('/oncall?limit=1');
      expect(body.counts.covered).toBe(2000);
      for (const each of accounts) {
        const { name, perMinute } = each;
        expect(portal.health(name)).toMatchObject({ failures: 0 });
        expect(busiestMinute(each)).toBeLessThanOrEqual(perMinute);
        expect(portal.most(name)).toBeGreaterThan(0);
        expect(portal.most(name)).toBeLessThanOrEqual(HELD);
      }
      expect(accounts[2].runtime.slept).not.toEqual([]);
    } finally {
      await portal.stop();
    }
  });

  it('a vendor that tells its limit only by refusing is refused by few, and all are read', async () => {
    const limit = { requests: 100, perMs: MINUTE };
    const genie = await openAccount('genie', opsgenie, { limit });
    const portal = await startWith([genie], [350]);
    try {
      await portal.sync('genie');
      expect(await portal.read()).toEqual([350]);
      const refused = portal.health('genie')?.failures ?? 0;
      expect(refused).toBeGreaterThan(0);
      // Of each minute those that were on their way together.
      expect(refused).toBeLessThanOrEqual(2 * 3);
      expect(busiestMinute(genie)).toBeLessThanOrEqual(limit.requests + 2);
    } finally {
      await portal.stop();
    }
  });
});
