import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  NOW,
  withIncidents,
} from '../__testUtils__/incidents';

/** Hundreds of requests over real HTTP take their time on a busy machine. */
const TIMEOUT_MS = 60_000;

describe('what changed', () => {
  it(
    'is read with one call of the log, without one for each new incident',
    withIncidents(
      async ({ sync, fake, runtime, user, service, asked, stored }) => {
        user('Ana Lima');
        await sync();
        runtime.advance(10 * MINUTE_MS);
        for (let index = 0; index < 30; index += 1) {
          const createdAt = runtime.now() - MINUTE_MS;
          const id = fake.incidents.trigger({
            title: 'x',
            service: service(),
            createdAt,
          });
          fake.incidents.acknowledge(id, user('Ana Lima'));
        }
        runtime.advance(MINUTE_MS);
        asked();
        await sync();
        expect(stored.size).toBe(30);
        expect(
          [...stored.values()].every(each => each.stamps.acknowledged),
        ).toBe(true);
        expect(asked()).toEqual([
          '/log_entries',
          '/users/UANALIMA',
          '/incidents',
        ]);
      },
    ),
  );

  it(
    'of an older incident comes with its whole log',
    withIncidents(async ({ sync, fake, runtime, user, service, stored }) => {
      const id = fake.incidents.trigger({
        title: 'x',
        service: service(),
        createdAt: NOW - DAY_MS,
      });
      fake.incidents.acknowledge(id, user('Ana Lima'), NOW - 20 * HOUR_MS);
      await sync();
      runtime.advance(HOUR_MS);
      fake.incidents.resolve(id, user('Bo Chen'));
      runtime.advance(1000);
      await sync();
      expect(stored.get(id)).toMatchObject({
        status: 'resolved',
        stamps: {
          acknowledged: { at: NOW - 20 * HOUR_MS },
          resolved: { at: NOW + HOUR_MS },
        },
      });
    }),
  );

  it(
    'is asked for one by one where the log has references only',
    withIncidents(async ({ sync, fake, runtime, service, stored, asked }) => {
      await sync();
      runtime.advance(10 * MINUTE_MS);
      const id = fake.incidents.trigger({ title: 'x', service: service() });
      runtime.advance(1000);
      fake.fail({
        match: /^\/log_entries/,
        change: reply => ({
          ...reply,
          body: JSON.parse(
            JSON.stringify(reply.body, (key, value) =>
              key === 'incident'
                ? { id: value.id, type: 'incident_reference' }
                : value,
            ),
          ),
        }),
      });
      asked();
      await sync();
      expect(stored.get(id)?.title).toBe('x');
      expect(asked()).toContain(`/incidents/${id}`);
    }),
  );

  it(
    'after a week of rest is read day by day',
    withIncidents(
      async ({ sync, fake, runtime, over, stored, user, service }) => {
        over(NOW - DAY_MS);
        await sync();
        runtime.advance(7 * DAY_MS);
        for (let days = 1; days < 7; days += 1) over(NOW + days * DAY_MS);
        const id = fake.incidents.trigger({
          title: 'x',
          service: service(),
          createdAt: NOW + 2 * DAY_MS,
        });
        fake.incidents.acknowledge(id, user('Ana Lima'), NOW + 5 * DAY_MS);
        fake.requests.splice(0);
        const batches = await sync();
        expect(stored.size).toBe(8);
        // Each reading is whole, also of what went on for longer than a day.
        const readings = batches
          .flatMap(({ incidents }) => incidents)
          .filter(({ externalId }) => externalId === id);
        expect(readings.length).toBeGreaterThan(0);
        expect(readings.every(({ stamps }) => stamps.acknowledged)).toBe(true);
        const spans = fake.requests
          .filter(({ path }) => path === '/log_entries')
          .map(
            ({ query }) =>
              Date.parse(query.get('until')!) - Date.parse(query.get('since')!),
          );
        expect(spans.length).toBeGreaterThanOrEqual(7);
        expect(Math.max(...spans)).toBeLessThanOrEqual(DAY_MS);
      },
    ),
  );

  it(
    'in a storm is read in shorter spans, where the log is longer than a list may be',
    withIncidents(
      async ({ sync, fake, runtime, over, stored, service }) => {
        over(NOW - DAY_MS);
        await sync();
        runtime.advance(2 * HOUR_MS);
        for (let index = 0; index < 350; index += 1) {
          fake.incidents.trigger({
            title: `No. ${index}`,
            service: service(),
            createdAt: NOW + index * 15_000,
          });
        }
        await sync();
        expect(stored.size).toBe(351);
      },
      // As with 10,000, but fewer.
      { maxOffset: 100 },
    ),
    TIMEOUT_MS,
  );

  it(
    'in a storm within the overlap comes to an end, too',
    withIncidents(
      async ({ sync, fake, runtime, stored, service }) => {
        runtime.advance(HOUR_MS);
        await sync();
        for (let index = 0; index < 200; index += 1) {
          fake.incidents.trigger({
            title: `No. ${index}`,
            service: service(),
            createdAt: runtime.now() - (index + 1) * 1200,
          });
        }
        runtime.advance(1000);
        await sync();
        expect(stored.size).toBe(200);
      },
      { maxOffset: 100 },
    ),
    TIMEOUT_MS,
  );

  it(
    'of a title is seen as long as the incident is open, though the log is silent',
    withIncidents(async ({ sync, fake, runtime, service, stored, asked }) => {
      const createdAt = NOW - 40 * DAY_MS;
      const id = fake.incidents.trigger({
        title: 'x',
        service: service(),
        createdAt,
      });
      await sync();
      runtime.advance(HOUR_MS);
      fake.incidents.rename(id, 'Better words');
      runtime.advance(1000);
      asked();
      await sync();
      expect(stored.get(id)?.title).toBe('Better words');
      expect(asked()).not.toContain(`/incidents/${id}`);
    }),
  );

  it(
    'and was not visible before is found as long as it is open',
    withIncidents(async ({ sync, fake, runtime, service, stored }) => {
      await sync();
      runtime.advance(HOUR_MS);
      const createdAt = NOW - 40 * DAY_MS;
      const id = fake.incidents.trigger({
        title: 'x',
        service: service(),
        createdAt,
      });
      await sync();
      expect([...stored.keys()]).toEqual([id]);
    }),
  );

  it(
    'of one that was over weeks ago is seen, where the log tells it',
    withIncidents(async ({ sync, fake, runtime, over, stored }) => {
      const [first, second] = [over(NOW - 60 * DAY_MS), over(NOW - DAY_MS)];
      await sync();
      runtime.advance(HOUR_MS);
      fake.incidents.setPriority(first, 'P1');
      fake.incidents.note(second, 'Found out why');
      runtime.advance(1000);
      await sync();
      expect(stored.get(first)?.severity).toBe('P1');
      expect(stored.get(second)?.updates).toMatchObject([
        { text: 'Found out why' },
      ]);
    }),
  );

  it(
    'after a clock was set back leaves no hole',
    withIncidents(async ({ sync, fake, runtime, over, state, stored }) => {
      over(NOW - DAY_MS);
      await sync();
      state.cursor = JSON.stringify({ v: 1, feedFrom: NOW + 9 * DAY_MS });
      runtime.advance(HOUR_MS);
      await sync();
      runtime.advance(HOUR_MS);
      const late = fake.incidents.trigger({
        title: 'x',
        service: 'P1',
        createdAt: NOW + HOUR_MS + MINUTE_MS,
      });
      fake.incidents.resolve(late, undefined, NOW + HOUR_MS + 2 * MINUTE_MS);
      await sync();
      expect(stored.get(late)?.status).toBe('resolved');
    }),
  );

  it(
    'of an incident from before the history that is wanted is left out',
    withIncidents(async ({ sync, fake, runtime, over, stored }) => {
      const old = over(NOW - 400 * DAY_MS);
      await sync();
      runtime.advance(HOUR_MS);
      fake.incidents.note(old, 'A late word');
      runtime.advance(1000);
      await sync();
      expect(stored.size).toBe(0);
    }),
  );

  it(
    'is asked for again with some overlap, as entries may appear late',
    withIncidents(async ({ sync, fake, runtime, service, stored }) => {
      await sync();
      runtime.advance(10 * MINUTE_MS);
      await sync();
      const late = runtime.now() - 4 * MINUTE_MS;
      const id = fake.incidents.trigger({
        title: 'x',
        service: service(),
        createdAt: late,
      });
      fake.incidents.resolve(id, undefined, late + 1000);
      runtime.advance(MINUTE_MS);
      await sync();
      expect(stored.get(id)?.status).toBe('resolved');
    }),
  );

  it(
    'and is deleted is gone',
    withIncidents(async ({ sync, fake, runtime, service, stored }) => {
      const id = fake.incidents.trigger({ title: 'x', service: service() });
      await sync();
      expect(stored.size).toBe(1);
      fake.incidents.delete(id);
      runtime.advance(HOUR_MS);
      const batches = await sync();
      expect(batches.flatMap(({ gone }) => gone)).toEqual([id]);
    }),
  );
});
