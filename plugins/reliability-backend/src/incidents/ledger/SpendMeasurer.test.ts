import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';
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
import { PUSHED_ID, SLO_ID } from '../../__testUtils__/sloPortal';
import {
  loadedOf,
  objectiveOf,
  putSlos,
  ratioOf,
  sloOf,
} from '../../__testUtils__/sloSubjects';

jest.setTimeout(120_000);

const databases = testDatabases();

const began = NOW - 3 * HOUR;

describe.each(databases.eachSupportedId())('spends on %s', id => {
  let knex: Knex;
  let source: OutageSource;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    source = new OutageSource();
    source.outages = [{ from: began, to: began + 10 * MINUTE }];
    harness = await openLedgerPortal(knex, source);
    await evaluate(harness);
  });

  const measure = () => harness.services.spendMeasurer.measureDue();

  const spendOf = async (incident: string, slo = SLO_ID) => {
    const spends = await harness.stores.incidentSpends.ofIncidents(knex, [
      `pager:${incident}`,
    ]);
    return spends.find(({ sloId }) => sloId === slo);
  };

  const spentBy = async (incident: string): Promise<number | null> => {
    const row = await knex('reliability_incidents')
      .where({ id: `pager:${incident}` })
      .first('budget_spent');
    return row.budget_spent;
  };

  const put = (name: string, parts = {}) =>
    putIncident(knex, name, {
      services: ['best'],
      status: 'resolved',
      stamps: { declared: began, resolved: began + HOUR },
      ...parts,
    });

  it('are the bad events of the impact, as a share of the budget', async () => {
    await put('slow');
    await measure();
    const spend = await spendOf('slow');
    expect(spend).toMatchObject({
      sloTitle: 'Availability',
      objectiveId: '1',
      entityRef: refOf('best'),
      from: began,
      to: began + HOUR,
      bad: 600,
      total: 3600,
      final: true,
      measuredAt: NOW,
    });
    expect(spend!.share).toBeCloseTo(600 / ALLOWED, 4);
    expect(await spentBy('slow')).toBeCloseTo(600 / ALLOWED, 4);
  });

  it('are measured again while an incident goes on, and once to its end', async () => {
    await put('slow', { status: 'open', stamps: { declared: began } });
    await measure();
    expect(await spendOf('slow')).toMatchObject({ to: NOW, final: false });
    const asked = source.windows;
    harness.clock.advance(4 * MINUTE);
    await measure();
    expect(source.windows).toBe(asked);
    harness.clock.advance(MINUTE);
    await measure();
    expect(await spendOf('slow')).toMatchObject({ to: NOW + 5 * MINUTE });

    const resolved = harness.clock.advance(MINUTE);
    await knex('reliability_incidents').update({
      status: 'resolved',
      open: false,
      resolved_at: new Date(resolved),
    });
    harness.clock.advance(5 * MINUTE);
    await measure();
    // Its last samples may still come.
    expect(await spendOf('slow')).toMatchObject({ to: resolved, final: false });
    harness.clock.advance(10 * MINUTE);
    await measure();
    expect(await spendOf('slow')).toMatchObject({ to: resolved, final: true });
    const last = source.windows;
    harness.clock.advance(DAY);
    await measure();
    expect(source.windows).toBe(last);
  });

  it('are measured again when the times of an incident change', async () => {
    await put('slow');
    await measure();
    harness.clock.advance(MINUTE);
    await knex('reliability_incidents').update({
      impact_start_at: new Date(began + 5 * MINUTE),
      changed_at: new Date(harness.clock.now),
    });
    harness.clock.advance(MINUTE);
    await measure();
    expect(await spendOf('slow')).toMatchObject({
      from: began + 5 * MINUTE,
      bad: 300,
      final: true,
    });
    expect(await spentBy('slow')).toBeCloseTo(300 / ALLOWED, 4);
  });

  it('are without what corrections take out', async () => {
    await harness.stores.sloCorrections.add(knex, {
      id: 'moved',
      sloId: SLO_ID,
      from: began - HOUR,
      to: began + 4 * MINUTE,
      reason: 'Moved',
      by: 'user:default/ada',
      at: NOW,
    });
    await put('slow');
    await measure();
    expect(await spendOf('slow')).toMatchObject({ bad: 360, total: 3360 });
  });

  it('come from pushed samples too', async () => {
    await harness.stores.sloSamples.save(
      knex,
      [
        {
          sloId: PUSHED_ID,
          source: 'nightly',
          start: began,
          end: began + HOUR,
          good: 90,
          bad: 10,
          total: 100,
        },
      ],
      NOW,
    );
    await evaluate(harness);
    await put('slow');
    await measure();
    expect(await spendOf('slow', PUSHED_ID)).toMatchObject({
      bad: 10,
      total: 100,
      final: true,
    });
  });

  it('wait for a source that does not answer, and hold up no other', async () => {
    await put('slow');
    source.failure = new SliSourceError('unreachable', 'Nobody answers');
    await measure();
    expect(await spendOf('slow')).toMatchObject({
      share: null,
      final: false,
      measuredAt: undefined,
      error: 'Nobody answers',
    });
    expect(await spendOf('slow', PUSHED_ID)).toMatchObject({
      error: undefined,
    });
    source.failure = undefined;
    await measure();
    expect(await spendOf('slow')).toMatchObject({ bad: null });
    harness.clock.advance(15 * MINUTE);
    await measure();
    expect(await spendOf('slow')).toMatchObject({
      bad: 600,
      final: true,
      error: undefined,
    });
  });

  it('are given up where a source does not answer for a week', async () => {
    await put('slow', {
      stamps: { declared: NOW - 9 * DAY, resolved: NOW - 8 * DAY },
    });
    source.failure = new SliSourceError('too-much', 'That is too old');
    await measure();
    expect(await spendOf('slow')).toMatchObject({
      share: null,
      final: true,
      error: 'That is too old',
    });
  });

  it.each<[string, object]>([
    ['an exercise', { isTest: true }],
    ['a declined one', { status: 'declined' }],
    ['one of another service', { services: ['good'] }],
    ['one of long ago', { stamps: { declared: NOW - 91 * DAY } }],
    [
      'one that its account has no more',
      { columns: { removed_at: new Date(NOW) } },
    ],
  ])('are not measured of %s', async (_, parts) => {
    await put('slow', parts);
    const asked = source.windows;
    await measure();
    expect(source.windows).toBe(asked);
    expect(await knex('reliability_incident_spends')).toEqual([]);
  });

  it('go with what they were of', async () => {
    await put('slow');
    await put('other');
    await measure();
    await knex('reliability_incidents')
      .where({ id: 'pager:slow' })
      .update({ counts: false, status: 'declined' });
    await measure();
    expect(await spendOf('slow')).toBeUndefined();
    expect(await spentBy('slow')).toBeNull();
    expect(await spendOf('other')).toBeDefined();
    await knex('reliability_slos').delete();
    await measure();
    expect(await knex('reliability_incident_spends')).toEqual([]);
  });

  it('say nothing where the times of an incident cannot be', async () => {
    await put('slow', { stamps: { declared: NOW, resolved: NOW - HOUR } });
    await measure();
    expect(await spendOf('slow')).toMatchObject({
      share: null,
      bad: null,
      final: true,
    });
  });

  it('say nothing of an SLO whose source does not count', async () => {
    const reported = loadedOf(
      'good',
      sloOf('reported', { objectives: [objectiveOf(ratioOf('cloud'))] }),
    );
    await putSlos(knex, [reported]);
    await put('slow', { services: ['good'] });
    await measure();
    expect(await spendOf('slow', reported.id)).toMatchObject({
      share: null,
      final: true,
      measuredAt: NOW,
    });
    expect(await spentBy('slow')).toBeNull();
  });

  it('of hundreds of incidents are asked for some at a time', async () => {
    for (let n = 0; n < 45; n++) {
      await put(`many-${n}`, {
        stamps: {
          declared: began + n * MINUTE,
          resolved: began + (n + 1) * MINUTE,
        },
      });
    }
    const ask = jest.spyOn(source, 'measure');
    await measure();
    expect(ask.mock.calls.map(([{ windows }]) => windows.length)).toEqual([
      20, 20, 5,
    ]);
    expect(await spendOf('many-3')).toMatchObject({ bad: 60, final: true });
    expect(await spendOf('many-30')).toMatchObject({ bad: 0, final: true });
  });
});
