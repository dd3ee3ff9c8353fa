import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../../__testUtils__/harness';
import { putIncident } from '../../__testUtils__/incidentData';
import {
  ALLOWED,
  evaluate,
  openLedgerPortal,
  OutageSource,
} from '../../__testUtils__/outages';

jest.setTimeout(120_000);

const databases = testDatabases();
const user = mockCredentials.user('user:default/ada');

/** At 06:00 UTC. */
const TUESDAY = NOW - 2 * DAY - 6 * HOUR;

describe.each(databases.eachSupportedId())('borrowed burn on %s', id => {
  let knex: Knex;
  let source: OutageSource;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    source = new OutageSource();
    harness = await openLedgerPortal(knex, source);
    await knex.transaction(tx =>
      harness.stores.dependencies.declare(tx, [
        {
          entityRef: refOf('best'),
          dependencies: [
            { to: refOf('even'), via: 'depends-on' },
            { to: refOf('poor'), via: 'depends-on' },
            { to: refOf('poor'), via: 'soft' },
          ],
        },
      ]),
    );
  });

  const put = (name: string, service: string, from: number, minutes: number) =>
    putIncident(knex, name, {
      reference: name.toUpperCase(),
      services: [service],
      status: 'resolved',
      stamps: {
        declared: TUESDAY + from * MINUTE,
        resolved: TUESDAY + (from + minutes) * MINUTE,
      },
    });
  /** Ten minutes of outage, with an incident of the service from five minutes before. */
  const outage = async () => {
    source.outages.push({ from: TUESDAY, to: TUESDAY + 10 * MINUTE });
    await put('own', 'best', -5, 30);
  };
  const burn = async () => {
    await evaluate(harness);
    await harness.services.spendMeasurer.measureDue();
    const { service } = harness.services.programme.promises;
    return (await service.get(refOf('best'), user)).burn[0];
  };

  it('is what an incident of a hard dependency overlaps', async () => {
    await outage();
    await put('upstream', 'even', -20, 60);
    await put('soft', 'poor', -20, 60);
    const found = await burn();
    expect(found.spent).toBeCloseTo(600 / ALLOWED, 6);
    expect(found.borrowed).toBeCloseTo(found.spent!, 6);
    expect(found.own).toBeCloseTo(0, 6);
    expect(
      found.upstream.map(({ dependency, name }) => [dependency.title, name]),
    ).toEqual([['even', expect.stringContaining('UPSTREAM')]]);
  });

  it('is nothing on a day on which a dependency had one, without an own incident', async () => {
    source.outages.push({ from: TUESDAY, to: TUESDAY + 10 * MINUTE });
    await put('upstream', 'even', -20, 60);
    const found = await burn();
    expect(found).toMatchObject({ borrowed: 0, own: 0, upstream: [] });
    expect(found.unexplained).toBeCloseTo(found.spent!, 9);
  });

  it('counts incidents of services that the reader may not see, without a name', async () => {
    await outage();
    await put('upstream', 'even', -20, 60);
    await burn();
    harness.policy.readable = [refOf('best')];
    harness.clock.advance(MINUTE);
    const found = await burn();
    expect(found.borrowed).toBeGreaterThan(0);
    expect([found.upstream, found.hiddenIncidents]).toEqual([[], 1]);
  });
});
