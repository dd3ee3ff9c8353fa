import {
  createIncidentRequestSchema,
  patchIncidentRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import { ada, bob } from '../__testUtils__/readiness';
import { tellIncident } from '../__testUtils__/tellIncident';

jest.setTimeout(60_000);

const databases = testDatabases();

const iso = (at: number) => new Date(at).toISOString();

describe.each(databases.eachSupportedId())('incidents here on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  const create = (body: object = {}, who = ada) =>
    harness.services.incidentWrites.create(
      createIncidentRequestSchema.parse({
        key: 'K-1',
        title: 'Down',
        entityRefs: [refOf('best')],
        ...body,
      }),
      who,
    );
  const patch = (incident: string, body: object, who = ada) =>
    harness.services.incidentWrites.patch(
      incident,
      patchIncidentRequestSchema.parse(body),
      who,
    );
  const get = (incident: string) =>
    harness.services.incidents.get(incident, ada);
  const open = async (name: string) => {
    const { facts } = await harness.services.maturity.get(refOf(name), ada);
    return facts.find(({ path }) => path === 'incidents.open')?.value;
  };
  const tell = (parts?: Parameters<typeof tellIncident>[2]) =>
    tellIncident(harness, '1', parts);

  it('are declared, with what follows for their services', async () => {
    expect(await open('best')).toBe(0);
    const incident = await create({ severity: 2, summary: 'All of it' });
    expect(incident).toMatchObject({
      id: 'portal:K-1',
      reference: 'K-1',
      account: 'portal',
      status: 'open',
      severity: { level: 2, name: 'SEV2', from: 'person' },
      stamps: { declared: { at: iso(NOW), from: 'person' } },
      services: [{ entityRef: refOf('best'), from: 'person' }],
      summary: 'All of it',
      canEdit: true,
    });
    expect(await open('best')).toBe(1);
  });

  it('are one however often the key comes', async () => {
    await create();
    await patch('portal:K-1', { status: 'resolved' });
    expect(await create()).toMatchObject({ status: 'resolved' });
    await expect(create({ title: 'Another' })).rejects.toThrow(
      /another incident has the key "K-1"/,
    );
    expect(await knex('reliability_incidents')).toHaveLength(1);
  });

  it('get a key that people can say', async () => {
    const { id: made, reference } = await create({ key: undefined });
    expect(made).toMatch(/^portal:inc-20261120-[a-z2-9]{5}$/);
    expect(`portal:${reference.toLowerCase()}`).toBe(made);
  });

  it('are resolved here, and open again', async () => {
    await create();
    harness.clock.advance(HOUR);
    expect(
      await patch('portal:K-1', { status: 'resolved', update: 'Rolled back' }),
    ).toMatchObject({
      status: 'resolved',
      resolvedAt: iso(NOW + HOUR),
      durationMs: HOUR,
    });
    expect(await open('best')).toBe(0);
    harness.clock.advance(HOUR);
    const again = await patch('portal:K-1', { status: 'open' });
    expect(again.resolvedAt).toBeNull();
    expect(again.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['stamp', 'update', 'reopened']),
    );
    expect(await open('best')).toBe(1);
  });

  it('keep a line of the timeline once, whoever sends it twice', async () => {
    await create();
    for (const who of [ada, ada, bob]) {
      harness.clock.advance(MINUTE);
      await patch('portal:K-1', { update: 'Looking' }, who);
    }
    const { timeline } = await get('portal:K-1');
    expect(timeline.filter(({ kind }) => kind === 'update')).toHaveLength(2);
  });

  it('of a provider keep what people set when it tells of them again', async () => {
    await tell({ severity: 'sev3', title: 'Slow' });
    await patch('pager:1', {
      title: 'Checkout is slow',
      severity: 1,
      stamps: { impactStart: iso(NOW - 2 * HOUR) },
    });
    await tell({ severity: 'sev4', title: 'Slower', updatedAt: NOW + HOUR });
    const incident = await get('pager:1');
    expect(incident).toMatchObject({
      title: 'Checkout is slow',
      severity: { raw: 'sev4', level: 1, from: 'person' },
      stamps: {
        impactStart: { at: iso(NOW - 2 * HOUR), from: 'person' },
        declared: { from: 'provider' },
      },
    });
    expect(incident.edits).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          field: 'title',
          reported: 'Slower',
          by: 'user:default/ada',
        }),
      ]),
    );
    expect(
      await patch('pager:1', { revert: ['title', 'severity'] }),
    ).toMatchObject({
      title: 'Slower',
      severity: { level: 4, from: 'provider' },
    });
  });

  it('move to other services, and with them what follows', async () => {
    await tell();
    await patch('pager:1', { entityRefs: [refOf('good'), refOf('even')] });
    expect([
      await open('best'),
      await open('good'),
      await open('even'),
    ]).toEqual([0, 1, 1]);
    await tell({ updatedAt: NOW + HOUR });
    expect([await open('best'), await open('good')]).toEqual([0, 1]);
  });

  it('keep the services that whoever moves them does not see', async () => {
    await create({ entityRefs: [refOf('best'), refOf('poor')] });
    harness.policy.readable = [refOf('best'), refOf('even')];
    await patch('portal:K-1', { entityRefs: [refOf('even')] });
    harness.policy.readable = 'all';
    const { services } = await get('portal:K-1');
    expect(services.map(({ entityRef }) => entityRef).sort()).toEqual([
      refOf('even'),
      refOf('poor'),
    ]);
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a service that is none',
      () => create({ entityRefs: [refOf('x')] }),
      /entityRefs: component:default\/x is not a service/,
    ],
    [
      'a reference that is none',
      () => create({ entityRefs: ['x'] }),
      /^entityRefs\[0\]: expected a reference/,
    ],
    [
      'times in the wrong order',
      () => create({ stamps: { resolved: iso(NOW - HOUR) } }),
      /^stamps.resolved: resolved is before declared/,
    ],
    [
      'times of the future',
      () => create({ stamps: { detected: iso(NOW + HOUR), declared: null } }),
      /future|before/,
    ],
    [
      'a change of what is not there',
      () => patch('portal:x', {}),
      /no incident "portal:x"/,
    ],
  ])('refuse %s', async (_, act, message) => {
    await expect(act()).rejects.toThrow(message);
  });

  it('refuse stamps in the wrong order only where somebody sets one', async () => {
    await tell({ stamps: { declared: NOW - HOUR, resolved: NOW - 2 * HOUR } });
    expect(await patch('pager:1', { cause: 'Clock' })).toMatchObject({
      cause: 'Clock',
    });
    await expect(
      patch('pager:1', { stamps: { mitigated: iso(NOW - 3 * HOUR) } }),
    ).rejects.toThrow(/^stamps.mitigated: mitigated is before declared/);
  });

  it('are changed by those who may, on all services that they name', async () => {
    await create();
    harness.policy.denied.add('reliability.incident.edit');
    await expect(create({ key: 'K-2' })).rejects.toThrow(
      /lack the permission reliability.incident.edit on/,
    );
    await expect(patch('portal:K-1', {})).rejects.toThrow(
      /lack the permission reliability.incident.edit on every service/,
    );
    harness.policy.readable = [refOf('good')];
    await expect(patch('portal:K-1', {})).rejects.toThrow(/no incident/);
  });
});
