import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ListOncallResponse,
  OncallAccountsResponse,
  routes,
  ServiceOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { pagerduty } from './oncallAccounts';
import {
  openAccount,
  onCallService,
  OUTSIDER,
  startOncallPortal,
} from './oncallPortal';

jest.setTimeout(120_000);

const SERVICE = '/services/component/default/service-0';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const personOncall = (ref: string) =>
  `/people/${encodeURIComponent(ref)}/oncall`;

/** Every route of on-call, and the other pages that a service stands on. */
const pages: Record<string, string> = {
  listOncall: '/oncall?q=service',
  listOncallAccounts: '/oncall/accounts',
  listRotations: '/rotations',
  getServiceOncall: `${SERVICE}/oncall`,
  getOncallMirror: `${SERVICE}/oncall/mirror`,
  getOncallCalendar: `${SERVICE}/oncall.ics`,
  getPersonOncall: personOncall('user:default/person-1'),
  getOwnerOncall: `/owners/${encodeURIComponent('group:default/team')}/oncall`,
  'other: the ranking': '/services?check=oncall-no-gaps&outcome=pass',
  'other: the service': SERVICE,
  'other: its history': `${SERVICE}/history`,
  'other: what is wrong': '/data-problems',
};

const oncallRoutes = Object.entries(routes)
  .filter(([, { path }]) => /oncall|rotations/.test(path))
  .map(([name]) => name);

/** Two accounts with two rotations each; the first service has one of either. */
async function open() {
  const knex = await databases.init('SQLITE_3');
  const accounts = [
    await openAccount('one', pagerduty),
    await openAccount('two', pagerduty),
  ];
  const [one, two] = accounts;
  const portal = await startOncallPortal({
    knex,
    accounts,
    entities: [
      onCallService('service-0', `${one.put(0)}, ${two.put(1)}`),
      onCallService('service-1', one.put(2)),
      onCallService('service-2', two.put(3)),
    ],
  });
  await portal.run('sweep');
  await portal.run('people-sweep');
  return {
    ...portal,
    one,
    two,
    requests: () => accounts.map(({ fake }) => fake.requests.length),
    directory: async (query = '', who?: string) =>
      (await portal.get(`/oncall${query}`, who)).body as ListOncallResponse,
    stateOf: async (account: string) => {
      const { body } = await portal.get('/oncall/accounts');
      const { items } = body as OncallAccountsResponse;
      return items.find(({ name }) => name === account);
    },
    stop: async () => {
      await portal.stop();
      await Promise.all(accounts.map(({ fake }) => fake.stop()));
    },
  };
}

/** Runs a test on a portal, and stops it. */
const withPortal =
  (run: (portal: Awaited<ReturnType<typeof open>>) => Promise<void>) =>
  async () => {
    const portal = await open();
    try {
      await run(portal);
    } finally {
      await portal.stop();
    }
  };

/** Who is on call for a service now, and whether anybody is. */
const coverOf = async (
  { get }: Pick<Awaited<ReturnType<typeof open>>, 'get'>,
  name: string,
) => {
  const { body } = await get(`/services/component/default/${name}/oncall`);
  const { cover, rotations } = body as ServiceOncallResponse;
  return { cover: cover.state, rotation: rotations[0].state };
};

describe('who is on call, over HTTP', () => {
  it(
    'no page asks a vendor, while a refresh does',
    withPortal(async portal => {
      await portal.post(`${SERVICE}/refresh`);
      const refreshed = portal.requests();
      expect(refreshed.every(count => count > 0)).toBe(true);
      await portal.sync('one');
      await portal.sync('two');
      const synced = portal.requests();
      expect(synced).not.toEqual(refreshed);
      expect(Object.keys(pages)).toEqual(expect.arrayContaining(oncallRoutes));
      for (const page of Object.values(pages)) await portal.get(page);
      await portal.get(`${SERVICE}/oncall`, OUTSIDER);
      expect(portal.requests()).toEqual(synced);
    }),
  );

  it(
    'names are for those who may see them, in every reply and in the search',
    withPortal(async portal => {
      await portal.sync('one');
      await portal.sync('two');
      const { getPersonOncall, ...others } = pages;
      const named: string[] = [];
      for (const [name, page] of Object.entries(others)) {
        if (/person.\d/i.test((await portal.get(page)).text)) named.push(name);
        const { text } = await portal.get(page, OUTSIDER);
        expect({ name, text }).not.toEqual({
          name,
          text: expect.stringMatching(/person.\d/i),
        });
      }
      expect(named).toEqual([
        'listOncall',
        'listRotations',
        'getServiceOncall',
        'getOncallMirror',
        'getOncallCalendar',
        'getOwnerOncall',
      ]);
      await portal.ask('get', getPersonOncall, OUTSIDER).expect(403);
      const search = async (who?: string) =>
        (await portal.directory('?q=Person%206', who)).totalItems;
      expect([await search(), await search(OUTSIDER)]).toEqual([1, 0]);
      const outside = await portal.directory('', OUTSIDER);
      expect(outside).toMatchObject({ namesHidden: true, totalItems: 3 });
      expect(outside.counts.covered).toBe(3);
    }),
  );

  it(
    'an account that never answers delays no other',
    withPortal(async portal => {
      const { one } = portal;
      one.fake.fail({ hang: true, times: Infinity });
      const hanging = portal.sync('one');
      await portal.sync('two');
      expect(one.fake.requests).not.toEqual([]);
      expect(await portal.stateOf('one')).toMatchObject({ state: 'pending' });
      expect(await portal.stateOf('two')).toMatchObject({ state: 'ok' });
      expect(await coverOf(portal, 'service-1')).toEqual({
        cover: 'unknown',
        rotation: 'pending',
      });
      expect(await coverOf(portal, 'service-2')).toEqual({
        cover: 'covered',
        rotation: 'ok',
      });
      await portal.cancel('one');
      await hanging;
    }),
  );

  it(
    'an account that fails keeps what it said, with its age, until that is too old',
    withPortal(async portal => {
      const { one } = portal;
      await portal.sync('one');
      await portal.sync('two');
      const before = await portal.stateOf('two');
      one.fake.fail({ status: 500, body: { secret: 'x' }, times: Infinity });
      portal.advance(6 * MINUTE);
      await Promise.all([portal.sync('one'), portal.sync('two')]);
      const failing = await portal.stateOf('one');
      expect(failing).toMatchObject({ state: 'failing', failing: 2 });
      expect(failing?.error).toMatch(/"one"/);
      expect(failing?.error).not.toMatch(/token-of|127\.0\.0\.1|secret/);
      const other = await portal.stateOf('two');
      expect(other).toMatchObject({ state: 'ok', failing: 0 });
      expect(other?.lastSuccessAt).not.toBe(before?.lastSuccessAt);
      expect(await coverOf(portal, 'service-1')).toEqual({
        cover: 'covered',
        rotation: 'failing',
      });
      portal.advance(HOUR);
      expect(await coverOf(portal, 'service-1')).toEqual({
        cover: 'unknown',
        rotation: 'stale',
      });
      one.fake.heal();
      portal.advance(HOUR);
      await portal.sync('one');
      expect(await coverOf(portal, 'service-1')).toEqual({
        cover: 'covered',
        rotation: 'ok',
      });
    }),
  );
});
