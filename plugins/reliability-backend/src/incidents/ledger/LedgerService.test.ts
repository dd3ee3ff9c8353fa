import { mockCredentials } from '@backstage/backend-test-utils';
import { serviceIncidentsQuerySchema } from '@plimsoll/backstage-plugin-reliability-common';
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
import { SLO_ID } from '../../__testUtils__/sloPortal';

jest.setTimeout(120_000);

const databases = testDatabases();
const user = mockCredentials.user('user:default/ada');

/** At 06:00 UTC. */
const TUESDAY = NOW - 2 * DAY - 6 * HOUR;

describe.each(databases.eachSupportedId())('the ledger on %s', id => {
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
  });

  const outage = (from: number, minutes: number) => {
    source.outages.push({ from, to: from + minutes * MINUTE });
  };

  const put = (name: string, from: number, minutes: number, parts = {}) =>
    putIncident(knex, name, {
      reference: name.toUpperCase(),
      title: `About ${name}`,
      services: ['best'],
      status: 'resolved',
      stamps: { declared: from, resolved: from + minutes * MINUTE },
      ...parts,
    });

  const settled = async () => {
    await evaluate(harness);
    await harness.services.spendMeasurer.measureDue();
  };

  const ledger = (objective?: string) =>
    harness.services.sloLedgers.get(SLO_ID, { objective }, user);

  it('tells what incidents took and what nobody explained, together what was spent', async () => {
    outage(TUESDAY, 10);
    outage(NOW - 10 * DAY, 4);
    await put('slow', TUESDAY - 5 * MINUTE, 30);
    await settled();
    const found = await ledger();
    expect(found).toMatchObject({
      sloId: SLO_ID,
      objectiveId: '1',
      unmeasured: 0,
    });
    expect(found.budget).toBeCloseTo(ALLOWED, 0);
    expect(found.spent).toBeCloseTo(840 / ALLOWED, 4);
    expect(found.explained).toBeCloseTo(600 / ALLOWED, 4);
    expect(found.unexplained).toBeCloseTo(240 / ALLOWED, 4);
    expect(
      found.lines.map(({ kind, title, bad, incidentId }) => [
        kind,
        title,
        Math.round(bad!),
        incidentId,
      ]),
    ).toEqual([
      ['incident', 'SLOW: About slow', 600, 'pager:slow'],
      ['unexplained', 'Outside of incidents on 2026-11-10', 240, null],
    ]);
    const day = found.burnDown.find(each => each.day === '2026-11-18');
    expect(day!.remaining).toBeCloseTo(1 - 840 / ALLOWED, 3);
  });

  it('has a line for each correction, and counts what is not measured yet', async () => {
    await put('slow', TUESDAY, 30);
    await harness.stores.sloCorrections.add(knex, {
      id: 'moved',
      sloId: SLO_ID,
      from: TUESDAY - DAY,
      to: TUESDAY - DAY + HOUR,
      reason: 'Moved to another cluster',
      by: 'user:default/ada',
      at: NOW,
    });
    await evaluate(harness);
    const { lines, unmeasured, explained } = await ledger();
    expect(lines.map(({ kind, title }) => [kind, title])).toEqual([
      ['correction', 'Moved to another cluster'],
    ]);
    expect([unmeasured, explained]).toEqual([1, 0]);
  });

  it('asks no source when it is read, nor does the page of the service', async () => {
    outage(TUESDAY, 10);
    await put('slow', TUESDAY, 30);
    await settled();
    const asked = source.windows;
    await ledger();
    await harness.services.serviceIncidents.get(
      refOf('best'),
      serviceIncidentsQuerySchema.parse({}),
      user,
    );
    expect(source.windows).toBe(asked);
  });

  it('says that nothing is known of an SLO that was never evaluated', async () => {
    expect(await ledger()).toMatchObject({
      evaluatedAt: null,
      budget: null,
      spent: null,
      explained: null,
      lines: [],
      burnDown: [],
    });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'an objective that there is not',
      () => ledger('7'),
      'objective: there is no objective "7", only 1',
    ],
    [
      'an SLO that there is not',
      () => harness.services.sloLedgers.get('x', {}, user),
      'There is no SLO "x"',
    ],
    [
      'an SLO of a service that the reader may not see',
      () => {
        harness.policy.readable = [refOf('good')];
        return ledger();
      },
      'There is no SLO',
    ],
  ])('refuses %s', async (_, ask, message) => {
    await expect(ask()).rejects.toThrow(message);
  });
});
