import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';
import { putRotation } from '../__testUtils__/oncallData';
import { ADA, openOncallPortal, PAYMENTS } from '../__testUtils__/oncallPortal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const RED = 'group:default/red';
const iso = (time: number) => new Date(time).toISOString();

describe.each(databases.eachSupportedId())('on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openOncallPortal(knex);
    await putRotation(
      knex,
      {
        id: 'history',
        services: ['best'],
        shifts: [
          { person: ADA, start: NOW - 30 * DAY, end: NOW - 26 * DAY },
          { person: ADA, start: NOW - 10 * DAY, end: NOW - 9 * DAY },
          { person: ADA, start: NOW + 20 * DAY, end: NOW + 21 * DAY },
        ],
      },
      new Set(['user:default/ada']),
    );
  });

  afterEach(() => {
    harness.policy.denied.clear();
    harness.policy.readable = 'all';
    harness.clock.advance(20_000);
  });

  const ofPerson = (ref: string) =>
    harness.services.oncallOfPeople.get(ref, user);
  const ofOwner = (ref: string) =>
    harness.services.oncallOfOwners.get(ref, user);

  it('a person is told what they are on call for, now and soon', async () => {
    const reply = await ofPerson('user:default/ada');
    expect(reply.person).toMatchObject({
      name: 'Ada Catalog',
      entityRef: 'user:default/ada',
      state: 'known',
    });
    expect(reply.now).toMatchObject([
      {
        from: iso(NOW - 10 * HOUR),
        to: iso(NOW + 3 * HOUR),
        level: 1,
        shadow: false,
        rotation: { id: PAYMENTS, title: 'Payments rota', state: 'ok' },
        services: [
          { entityRef: refOf('best'), title: 'best' },
          { entityRef: refOf('good'), title: 'good' },
        ],
      },
    ]);
    expect(reply.next.map(({ from }) => from)).toEqual([iso(NOW + 20 * DAY)]);
    // Two days within 28 days, of the one before only the part that is in them, and 13 hours on payments.
    expect(reply.load).toMatchObject({ hours: 2 * 24 + 24 + 13, shifts: 3 });
  });

  it.each<[string, string, RegExp]>([
    ['is no reference', 'user:', /^ref: expected the reference of a user/],
    ['is not of a person', RED, /^ref: expected the reference of a user/],
    ['holds a NUL', 'user:default/a\0', /^ref: expected the reference/],
    ['nobody has', 'user:default/zoe', /There is no user:default\/zoe/],
  ])('a reference that %s is refused', async (_, ref, message) => {
    await expect(ofPerson(ref)).rejects.toThrow(message);
  });

  it('a person is not told of services that the reader may not see', async () => {
    harness.policy.readable = [refOf('even')];
    expect(await ofPerson('ada')).toMatchObject({
      person: { name: 'Ada Catalog' },
      now: [],
      next: [],
      load: null,
    });
  });

  it('a person is not told to a reader who may not see people', async () => {
    harness.policy.denied.add('reliability.oncall.people');
    await expect(ofPerson('user:default/ada')).rejects.toThrow(
      'You lack the permission reliability.oncall.people',
    );
  });

  describe('to a reader who may not see people', () => {
    beforeEach(() => harness.policy.denied.add('reliability.oncall.people'));

    it.each<[string, BackstageCredentials]>([
      ['another person', mockCredentials.user('user:default/bob')],
      ['a machine of that name', mockCredentials.service('user:default/ada')],
      ['nobody', mockCredentials.none()],
    ])('a person is not told: %s', async (_, credentials) => {
      await expect(
        harness.services.oncallOfPeople.get('user:default/ada', credentials),
      ).rejects.toThrow('You lack the permission reliability.oncall.people');
    });

    it.each(['user:default/ada', 'user:Default/Ada'])(
      'a person is told what they are on call for themselves (%s)',
      async ref => {
        await knex('reliability_oncall_rotations')
          .where({ id: PAYMENTS })
          .update({ title: 'Payments with Cyd Person' });
        const reply = await harness.services.oncallOfPeople.get(
          'user:default/ada',
          mockCredentials.user(ref),
        );
        await knex('reliability_oncall_rotations')
          .where({ id: PAYMENTS })
          .update({ title: 'Payments rota' });
        expect(reply).toMatchObject({
          person: { name: 'Ada Catalog' },
          now: [{ rotation: { id: PAYMENTS } }],
          load: { shifts: 3, person: reply.person },
        });
        expect(JSON.stringify(reply)).not.toMatch(/cyd|bob/i);
      },
    );
  });

  it('an owner is told the rotations, who carries them and what is doubtful', async () => {
    const reply = await ofOwner(RED);
    const at = Date.parse(reply.at);
    expect(reply).toMatchObject({
      owner: RED,
      services: 2,
      withoutRotation: 0,
      period: { from: iso(at - 28 * DAY), to: iso(at + 14 * DAY) },
    });
    expect(reply.rotations.map(({ title }) => title).sort()).toEqual([
      'Night watch',
      'Payments at the other',
      'Payments rota',
      'history',
    ]);
    expect(
      reply.findings.map(({ code, services }) => [code, services]),
    ).toEqual([
      ['person-left', [{ entityRef: refOf('best'), title: 'best' }]],
      ['nobody-now', [{ entityRef: refOf('even'), title: 'even' }]],
      ['gap', [{ entityRef: refOf('best'), title: 'best' }]],
    ]);
    expect(reply.load.map(({ person }) => person.name)).toEqual([
      'Cyd Person',
      'Ada Catalog',
      'Bob Catalog',
    ]);
    const shares = reply.load.map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    // On two rotations at once for five of them; of the account that is only compared nobody carries anything.
    expect(reply.load[2]).toMatchObject({ hours: 24, shifts: 2 });
  });

  it.each<[string, string]>([
    ['has no services', 'group:default/nobodies'],
    ['has none that the reader may see', RED],
  ])('an owner who %s has no rotations', async (_, owner) => {
    if (owner === RED) harness.policy.readable = [refOf('good')];
    expect(await ofOwner(owner)).toMatchObject({
      owner,
      rotations: [],
      load: [],
      findings: [],
      services: 0,
      withoutRotation: 0,
    });
  });

  it('a group is told of the services of all groups below it', async () => {
    const group = (name: string, parent: string) => ({
      entityRef: `group:default/${name}`,
      title: name,
      parent: `group:default/${parent}`,
      annotations: {},
      hash: name,
    });
    const services = async () => (await ofOwner('group:default/top')).services;
    const save = (...groups: ReturnType<typeof group>[]) =>
      knex.transaction(tx => harness.stores.groups.save(tx, groups, NOW));
    expect(await services()).toBe(0);
    // Round and round: catalogs have that.
    await save(group('red', 'mid'), group('mid', 'top'), group('top', 'mid'));
    expect(await services()).toBe(2);
    await save(group('blue', 'top'));
    expect(await services()).toBe(3);
    await knex('reliability_groups')
      .where({ entity_ref: RED })
      .update({ left_at: new Date(NOW) });
    expect(await services()).toBe(1);
    await knex('reliability_groups').delete();
  });

  it('an owner counts services without a rotation', async () => {
    await knex('reliability_oncall_links')
      .where({ entity_ref: refOf('good') })
      .delete();
    expect(await ofOwner('group:default/blue')).toMatchObject({
      services: 1,
      withoutRotation: 1,
    });
  });

  it('an owner is told without names to a reader who may not see people', async () => {
    harness.policy.denied.add('reliability.oncall.people');
    const reply = await ofOwner('default/red');
    expect(reply.namesHidden).toBe(true);
    expect(JSON.stringify(reply)).not.toMatch(/ada|bob|cyd|user:|@/i);
    expect(reply.load).toHaveLength(3);
  });
});
