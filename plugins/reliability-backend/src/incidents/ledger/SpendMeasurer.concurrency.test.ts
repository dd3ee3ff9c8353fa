import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { HOUR, MINUTE, NOW } from '../../__testUtils__/harness';
import { putIncident } from '../../__testUtils__/incidentData';
import {
  evaluate,
  openLedgerPortal,
  OutageSource,
} from '../../__testUtils__/outages';

jest.setTimeout(120_000);

const databases = testDatabases();

const began = NOW - 3 * HOUR;

describe.each(databases.eachSupportedId())('a spend on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
  });

  it('is measured again when its incident changes while the source is asked', async () => {
    const source = new OutageSource();
    const harness = await openLedgerPortal(knex, source);
    await evaluate(harness);
    await putIncident(knex, 'slow', {
      services: ['best'],
      status: 'resolved',
      stamps: { declared: began, resolved: began + HOUR },
    });
    const ask = source.measure;
    source.measure = async (request, options) => {
      const reply = await ask(request, options);
      const changed = harness.clock.advance(MINUTE);
      await knex('reliability_incidents').update({
        impact_start_at: new Date(began - HOUR),
        changed_at: new Date(changed),
      });
      harness.clock.advance(MINUTE);
      source.measure = ask;
      return reply;
    };
    const spend = () =>
      knex('reliability_incident_spends').where('bad', '>=', 0).first();
    await harness.services.spendMeasurer.measureDue();
    expect(Number((await spend()).from_at)).toBe(began);
    await harness.services.spendMeasurer.measureDue();
    expect(Number((await spend()).from_at)).toBe(began - HOUR);
  });
});
