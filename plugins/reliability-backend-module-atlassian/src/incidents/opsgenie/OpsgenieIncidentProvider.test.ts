import { FakeOpsgenie } from '@plimsoll/test-fakes';
import { KEY } from '../__testUtils__/opsgenieHarness';
import {
  DAY_MS,
  goneOf,
  HOUR_MS,
  incidentsOf,
  NOW,
  withVendor,
} from '../__testUtils__/started';
import { opsgenieIncidentProviderFactory } from '../factories';

const started = withVendor({
  factory: opsgenieIncidentProviderFactory,
  start: now => new FakeOpsgenie({ now, token: KEY }).start(),
  config: fake => ({ apiKey: KEY, baseUrl: fake.url }),
});

describe('incidents of an account of Opsgenie', () => {
  it(
    'of months ago come again when they are reopened',
    started(async ({ fake, runtime, read }) => {
      const id = fake.incidents.add({
        status: 'closed',
        createdAt: NOW - 100 * DAY_MS,
      });
      await read();
      runtime.advance(DAY_MS);
      fake.incidents.change(id, { status: 'open' });
      expect(incidentsOf(await read())).toMatchObject([
        { externalId: id, status: 'open' },
      ]);
    }),
  );

  it(
    'are known as gone once they are deleted',
    started(async ({ fake, runtime, read }) => {
      const id = fake.incidents.add({ createdAt: NOW - 100 * DAY_MS });
      await read();
      fake.incidents.byId.delete(id);
      runtime.advance(60_000);
      expect(goneOf(await read())).toEqual([id]);
      expect(goneOf(await read())).toEqual([]);
    }),
  );

  it(
    'that are young and over are not read again until they change',
    started(async ({ fake, runtime, read }) => {
      const id = fake.incidents.add({ status: 'resolved' });
      await read();
      runtime.advance(HOUR_MS);
      expect(incidentsOf(await read())).toEqual([]);
      fake.incidents.change(id, { priority: 'P1' });
      expect(incidentsOf(await read())).toMatchObject([{ severity: 'P1' }]);
    }),
  );

  it(
    'that are open tell whoever answered, although that is no change of them',
    started(async ({ fake, runtime, read }) => {
      const id = fake.incidents.add({});
      await read();
      runtime.advance(60_000);
      const at = runtime.now();
      fake.incidents.change(id, {
        updatedAt: NOW,
        entries: [{ type: 'ResponderAlertAcked', at, actor: 'a@b.io' }],
      });
      expect(incidentsOf(await read())).toMatchObject([
        { stamps: { acknowledged: { at } } },
      ]);
    }),
  );

  it.each([
    ['few', 3],
    ['many', 150],
  ])('name their services, be they %s', (_, count) =>
    started(async ({ fake, read }) => {
      const names = Array.from({ length: count }, (__, index) => `S${index}`);
      const services = names.map(name => fake.incidents.addService(name));
      fake.incidents.add({ services });
      const [{ subjects }] = incidentsOf(await read());
      expect(subjects.map(({ label }) => label)).toEqual(names);
      const asked = fake.requests.filter(({ path }) =>
        path.startsWith('/v1/services'),
      );
      expect(asked.length).toBeLessThanOrEqual(3);
    })(),
  );

  it(
    'keep a service whose name may not be read',
    started(async ({ fake, read }) => {
      const id = fake.incidents.addService('Payments');
      fake.incidents.add({ services: [id] });
      fake.fail({ match: /services/, status: 403, times: Infinity });
      const [{ subjects }] = incidentsOf(await read());
      expect(subjects).toEqual([{ kind: 'service', id }]);
    }),
  );

  it(
    'come without times where timelines may not be read, and one line says so',
    started(async ({ fake, runtime, read }) => {
      for (let index = 0; index < 5; index += 1) {
        fake.incidents.add({
          status: 'resolved',
          entries: [{ type: 'IncidentResolved', at: NOW - 1000 }],
        });
      }
      fake.fail({ match: /timelines/, status: 403, times: Infinity });
      const incidents = incidentsOf(await read());
      expect(incidents).toHaveLength(5);
      expect(incidents[0].stamps.resolved).toBeUndefined();
      const lines = runtime.logged.filter(line => line.includes('timeline'));
      expect(lines).toHaveLength(1);
    }),
  );

  it(
    'tell the end of a long timeline',
    started(async ({ fake, read }) => {
      const entries = Array.from({ length: 250 }, (_, index) => ({
        type: 'Custom',
        at: NOW - DAY_MS + index,
        text: `Note ${index}`,
      }));
      const end = { type: 'IncidentResolved', at: NOW };
      fake.incidents.add({ status: 'resolved', entries: [...entries, end] });
      const [{ updates, stamps }] = incidentsOf(await read());
      expect(updates).toHaveLength(250);
      expect(stamps.resolved?.at).toBe(NOW);
    }),
  );

  it(
    'whose creation is not told do not end the reading of history unseen',
    started(async ({ fake, read }) => {
      const data = [{ id: 'a', message: 'Odd' }];
      const paging = { next: '/v1/incidents?offset=1' };
      fake.fail({ match: /incidents/, body: { data, paging }, status: 200 });
      await expect(read()).rejects.toThrow('when its incidents were created');
    }),
  );
});
