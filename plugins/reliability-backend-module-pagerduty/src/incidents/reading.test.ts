import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  NOW,
  withIncidents,
} from '../__testUtils__/incidents';

/** Hundreds of requests over real HTTP take their time on a busy machine. */
const TIMEOUT_MS = 60_000;

describe('history', () => {
  it(
    'comes newest first, and says how far back it goes',
    withIncidents(async ({ over, sync }) => {
      for (let days = 350; days > 0; days -= 1) over(NOW - days * DAY_MS);
      const batches = await sync();
      const reached = batches.flatMap(each => each.backfilledTo ?? []);
      expect(new Set(reached).size).toBeGreaterThan(2);
      expect([...reached].sort((a, b) => b - a)).toEqual(reached);
      const times = batches.flatMap(({ incidents }) =>
        incidents.map(({ stamps }) => stamps.declared!.at),
      );
      expect([...times].sort((a, b) => b - a)).toEqual(times);
      expect(times).toHaveLength(350);
    }),
    TIMEOUT_MS,
  );

  it(
    'is asked for in spans of less than six months',
    withIncidents(async ({ over, sync, fake, stored }) => {
      over(NOW - 700 * DAY_MS);
      over(NOW - 10 * DAY_MS);
      await sync(NOW - 730 * DAY_MS);
      expect(stored.size).toBe(2);
      const spans = fake.requests
        .filter(({ query }) => query.get('sort_by') && query.has('since'))
        .map(
          ({ query }) =>
            Date.parse(query.get('until')!) - Date.parse(query.get('since')!),
        );
      expect(spans.length).toBeGreaterThanOrEqual(5);
      expect(Math.max(...spans)).toBeLessThan(180 * DAY_MS);
    }),
  );

  it(
    'goes on beyond the last item that a list answers for',
    withIncidents(
      async ({ over, sync, stored }) => {
        // Three in each second: the limit falls among those of one second.
        for (let index = 0; index < 320; index += 1) {
          over(NOW - 5 * DAY_MS - Math.floor(index / 3) * 1000, `No. ${index}`);
        }
        await sync();
        expect(stored.size).toBe(320);
      },
      { maxOffset: 200 },
    ),
    TIMEOUT_MS,
  );

  it(
    'asks for the log of many at once, and alone for what took longer',
    withIncidents(
      async ({ over, sync, fake, user, service, asked, stored }) => {
        for (let days = 100; days > 50; days -= 1) over(NOW - days * DAY_MS);
        const long = fake.incidents.trigger({
          title: 'Long',
          service: service(),
          createdAt: NOW - 99 * DAY_MS,
        });
        fake.incidents.acknowledge(long, user('Ana Lima'), NOW - 98 * DAY_MS);
        fake.incidents.resolve(long, user('Ana Lima'), NOW - DAY_MS);
        await sync();
        const logs = asked().filter(path => path.endsWith('log_entries'));
        expect(logs.length).toBeLessThanOrEqual(4);
        expect(stored.get(long)?.stamps).toMatchObject({
          acknowledged: { at: NOW - 98 * DAY_MS },
          resolved: { at: NOW - DAY_MS },
        });
        const resolved = [...stored.values()].map(
          ({ responders }) => responders.length,
        );
        expect(new Set(resolved)).toEqual(new Set([1]));
      },
    ),
  );

  it(
    'has every log, where the log of the account is too long to be asked for at once',
    withIncidents(async ({ sync, fake, user, service, stored }) => {
      for (let index = 0; index < 6; index += 1) {
        const createdAt = NOW - 10 * DAY_MS + index * HOUR_MS;
        const id = fake.incidents.trigger({
          title: 'x',
          service: service(),
          createdAt,
        });
        for (let minute = 0; minute < 90; minute += 1) {
          fake.incidents.note(
            id,
            `${minute}`,
            undefined,
            createdAt + minute * 1000,
          );
        }
        fake.incidents.acknowledge(id, user('Ana Lima'), createdAt + MINUTE_MS);
        fake.incidents.resolve(id, user('Ana Lima'), createdAt + 2 * MINUTE_MS);
      }
      await sync();
      const whole = [...stored.values()].map(each => [
        each.updates.length,
        Boolean(each.stamps.acknowledged),
      ]);
      expect(whole).toEqual(Array(6).fill([90, true]));
    }),
  );

  it(
    'leaves out what cannot be understood, and says so',
    withIncidents(async ({ over, sync, fake, stored, runtime }) => {
      over(NOW - 3 * DAY_MS);
      const odd = over(NOW - 2 * DAY_MS);
      fake.incidents.change(odd, { status: 'snoozed' as 'resolved' });
      await sync();
      expect(stored.size).toBe(1);
      expect(runtime.logged.join()).toContain(
        '"main" has 1 incidents that cannot be understood',
      );
    }),
  );
});

describe('people', () => {
  it(
    'are told with e-mail and time zone',
    withIncidents(async ({ over, sync, fake, user, stored }) => {
      const id = over(NOW - DAY_MS);
      fake.incidents.notify(id, user('Ana Lima'), NOW - DAY_MS + 1000);
      await sync();
      const [page] = stored.get(id)!.pages;
      expect(page).toMatchObject({
        person: { name: 'Ana Lima', email: 'uanalima@example.com' },
        timeZone: 'Europe/Oslo',
      });
    }),
  );

  it(
    'are told by name where the token may not read them',
    withIncidents(async ({ over, sync, fake, stored }) => {
      const id = over(NOW - DAY_MS);
      fake.fail({ match: /^\/users/, status: 403, times: Infinity });
      await sync();
      const [responder] = stored.get(id)!.responders;
      expect(responder.person).toMatchObject({ name: 'Bo Chen' });
      expect(responder.person.email).toBeUndefined();
    }),
  );
});
