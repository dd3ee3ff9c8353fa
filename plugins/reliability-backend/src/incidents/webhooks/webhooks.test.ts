import { Knex } from 'knex';
import { createTestApi, TestApi } from '../../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import {
  FakeIncidents,
  openIncidentPortal,
  reported,
  resolvedAt,
} from '../../__testUtils__/fakeIncidents';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../../__testUtils__/harness';
import { DeliveryWorker } from './DeliveryWorker';

jest.setTimeout(60_000);

const databases = testDatabases();
const PATH = '/webhooks/fake/main';

describe.each(databases.eachSupportedId())('a webhook on %s', id => {
  let knex: Knex;
  let main: FakeIncidents;
  let harness: Harness;
  let api: TestApi;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    main = new FakeIncidents();
    harness = await openIncidentPortal({ knex, providers: [main] });
    api = createTestApi(harness);
  });

  const post = (
    body: object | string,
    { path = PATH, secret = 'secret' as string | null } = {},
  ) => {
    const call = api
      .asNobody(api.call('post', path))
      .set('Content-Type', 'application/json');
    if (secret !== null) call.set('x-secret', secret);
    return call.send(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const settled = () => harness.services.deliveryWorker.settled();
  const titles = () =>
    knex('reliability_incidents').orderBy('id').pluck('title');
  const deliveries = () =>
    knex('reliability_incident_deliveries').orderBy('delivery_id');

  it('has the incident read again that it names', async () => {
    main.put(reported('I1'));
    const { status, body } = await post({ id: 'd1', ids: ['I1'] });
    expect({ status, body }).toEqual({
      status: 202,
      body: { accepted: true, duplicate: false },
    });
    await settled();
    expect(await titles()).toEqual(['Incident I1']);
    expect(main.asked).toEqual([['I1']]);
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ refresh: '{}', error: null });
    expect(delivery.done_at).not.toBeNull();
  });

  it('that comes again is answered alike, and nothing is done twice', async () => {
    main.put(reported('I1'));
    await post({ id: 'd1', ids: ['I1'] });
    await settled();
    const { status, body } = await post({ id: 'd1', ids: ['I1'] });
    expect({ status, body }).toEqual({
      status: 202,
      body: { accepted: true, duplicate: true },
    });
    await settled();
    expect(main.asked).toHaveLength(1);
  });

  it('that two replicas get at once is kept once', async () => {
    main.put(reported('I1'));
    const other = await harness.restart();
    const receive = (portal: Harness) =>
      portal.services.incidentWebhooks.receive('fake', 'main', {
        rawBody: Buffer.from(JSON.stringify({ id: 'd1', ids: ['I1'] })),
        headers: { 'x-secret': 'secret' },
        url: PATH,
      });
    const outcomes = await Promise.all([receive(harness), receive(other)]);
    expect(
      outcomes
        .map(outcome => 'duplicate' in outcome && outcome.duplicate)
        .sort(),
    ).toEqual([false, true]);
    await Promise.all([settled(), other.services.deliveryWorker.settled()]);
    expect(await deliveries()).toHaveLength(1);
    expect(await titles()).toEqual(['Incident I1']);
  });

  it('that is late does not undo what is known', async () => {
    main.put(reported('I1', resolvedAt(NOW, { title: 'Newer' })));
    await post({ id: 'd2', ids: ['I1'] });
    await settled();
    main.put(reported('I1', { title: 'Older' }));
    await post({ id: 'd1', ids: ['I1'] });
    await settled();
    expect(await titles()).toEqual(['Newer']);
  });

  it('of an account that cannot be asked brings the incident itself', async () => {
    const incidents = [
      reported('I1'),
      reported('I2', { title: 'SECRET', isPrivate: true }),
      reported(''),
    ];
    main.fail();
    await post({ id: 'd1', incidents });
    await settled();
    expect(await titles()).toEqual(['Incident I1', 'Private incident']);
    expect(JSON.stringify(await deliveries())).not.toContain('SECRET');
    expect(main.asked).toEqual([]);
  });

  it.each<[string, () => ReturnType<typeof post>, number]>([
    ['without a signature', () => post({ id: 'd1' }, { secret: null }), 401],
    ['that is forged', () => post({ id: 'd1' }, { secret: 'x' }), 401],
    [
      'of an account that is not there',
      () => post({ id: 'd1' }, { path: '/webhooks/fake/other' }),
      404,
    ],
    [
      'of an account of another type',
      () => post({ id: 'd1' }, { path: '/webhooks/pagerduty/main' }),
      404,
    ],
    ['that is too big', () => post({ id: 'x'.repeat(1_100_000) }), 413],
  ])('%s is told nothing', async (_, send, status) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.body).toEqual({ accepted: false, duplicate: false });
    expect(await deliveries()).toEqual([]);
  });

  it('that nobody understands is kept, and answered well', async () => {
    expect((await post('no json')).status).toBe(202);
    expect(await deliveries()).toEqual([
      expect.objectContaining({ error: 'no JSON', done_at: expect.anything() }),
    ]);
  });

  it('that cannot be kept is to come again', async () => {
    jest
      .spyOn(harness.stores.incidentDeliveries, 'insert')
      .mockRejectedValueOnce(new Error('away'));
    const { status, body } = await post({ id: 'd1', ids: ['I1'] });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('away');
  });

  it('that is forged many times is told to the log once a minute', async () => {
    for (let count = 0; count < 5; count += 1) {
      await post({ id: 'd1' }, { secret: 'x' });
    }
    harness.clock.advance(MINUTE);
    await post({ id: 'd1' }, { secret: 'x' });
    expect(harness.logger.warn.mock.calls.map(([text]) => text)).toEqual([
      'Refused 1 webhook of "main" (bad-signature)',
      'Refused 5 webhooks of "main" (bad-signature)',
    ]);
  });

  it('whose account does not answer is dealt with when it does', async () => {
    main.put(reported('I1'));
    main.fail(MINUTE);
    await post({ id: 'd1', ids: ['I1'] });
    await settled();
    expect(await deliveries()).toEqual([
      expect.objectContaining({
        tries: 1,
        done_at: null,
        error: 'The account "main" is down',
      }),
    ]);
    main.failure = undefined;
    await harness.services.deliveryWorker.workOff();
    expect(await titles()).toEqual([]);
    harness.clock.advance(MINUTE);
    await harness.services.deliveryWorker.workOff();
    expect(await titles()).toEqual(['Incident I1']);
  });

  it('that always fails does not take the others with it', async () => {
    main.put(reported('I1'), reported('bad'));
    const readSome = main.readSome.bind(main);
    main.readSome = async (ids: readonly string[]) => {
      if (ids.includes('bad')) throw new Error('broken');
      return readSome(ids);
    };
    main.fail();
    await Promise.all(
      ['bad', 'I1'].map(one => post({ id: `d-${one}`, ids: [one] })),
    );
    await settled();
    main.failure = undefined;
    for (let count = 0; count < 4; count += 1) {
      harness.clock.advance(HOUR);
      await harness.services.deliveryWorker.workOff();
    }
    expect(await titles()).toEqual(['Incident I1']);
    expect((await deliveries()).map(({ done_at: at }) => at !== null)).toEqual([
      true,
      false,
    ]);
  });

  it('that never can be dealt with is given up, and says why', async () => {
    main.fail();
    await post({ id: 'd1', ids: ['I1'] });
    await settled();
    for (let count = 0; count < 20; count += 1) {
      harness.clock.advance(HOUR);
      await harness.services.deliveryWorker.workOff();
    }
    const [{ done_at: doneAt, error }] = await deliveries();
    expect(doneAt).not.toBeNull();
    expect(error).toContain('is down');
  });

  it('whose account never answers holds up nothing for ever', async () => {
    const { incidentDeliveries } = harness.stores;
    const delivery = { account: 'main', refresh: ['I1'], incidents: [] };
    await incidentDeliveries.insert(knex, { ...delivery, id: 'd1' }, NOW);
    main.readSome = () => new Promise(() => {});
    const worker = new DeliveryWorker({
      ...harness,
      incidentProviders: [main],
      incidentBatches: { write: async () => 0 },
      now: () => NOW,
      patience: 1,
    });
    await worker.workOff();
    const [{ error, tries }] = await deliveries();
    expect({ error, tries }).toEqual({
      error: 'The account "main" did not answer in time',
      tries: 1,
    });
  });

  it('that a killed process left is dealt with by another', async () => {
    main.put(reported('I1'));
    await harness.stores.incidentDeliveries.insert(
      knex,
      { account: 'main', id: 'd1', refresh: ['I1'], incidents: [] },
      NOW,
    );
    await harness.services.deliveryWorker.workOff();
    expect(await titles()).toEqual(['Incident I1']);
  });

  it('burst is dealt with whole, and what waits is read in few questions', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `I${index}`);
    main.put(...ids.map(external => reported(external)));
    main.fail();
    await Promise.all(ids.map(one => post({ id: `d${one}`, ids: [one] })));
    await settled();
    main.failure = undefined;
    main.asked.length = 0;
    harness.clock.advance(HOUR);
    await harness.services.deliveryWorker.workOff();
    expect(await titles()).toHaveLength(60);
    expect(main.asked.map(asked => asked.length)).toEqual([50, 10]);
  });

  it('is counted, and forgotten after a month', async () => {
    await post({ id: 'd1', ids: [] });
    const { incidentDeliveries } = harness.stores;
    expect(
      (await incidentDeliveries.counts(knex, NOW - DAY)).get('main'),
    ).toEqual({ received: 1, waiting: 0, lastAt: NOW });
    harness.clock.advance(30 * DAY + 1);
    await harness.services.incidentTasks.tidy();
    expect(await deliveries()).toEqual([]);
  });
});
