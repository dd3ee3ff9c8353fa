import { mockCredentials } from '@backstage/backend-test-utils';
import { listOncallQuerySchema } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR, NOW } from '../__testUtils__/harness';
import {
  personOf,
  putRotation,
  RotationParts,
} from '../__testUtils__/oncallData';
import { openOncallPortal } from '../__testUtils__/oncallPortal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const iso = (time: number) => new Date(time).toISOString();
const eve = { person: personOf('eve') };

describe.each(databases.eachSupportedId())('the state of on-call on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openOncallPortal(knex);
  });

  const of = (name: string) =>
    harness.services.oncall.ofService(refOf(name), user);

  describe('a service', () => {
    beforeEach(async () => {
      for (const table of ['links', 'rotations', 'shifts']) {
        await knex(`reliability_oncall_${table}`)
          .whereRaw(
            table === 'rotations'
              ? `id like '%:X%'`
              : `rotation_id like '%:X%'`,
          )
          .delete();
      }
      await knex('reliability_oncall_links')
        .where({ entity_ref: refOf('poor') })
        .delete();
    });

    it.each<[string, Omit<RotationParts, 'id'>[], string, string[]]>([
      ['without a rotation has none', [], 'none', []],
      ['with somebody is covered', [{ shifts: [eve] }], 'covered', ['ok']],
      [
        'with somebody for ever is covered',
        [{ shifts: [{ ...eve, start: null, end: null }] }],
        'covered',
        ['ok'],
      ],
      [
        'with somebody who only shadows is uncovered',
        [{ shifts: [{ ...eve, shadow: true }] }],
        'uncovered',
        ['ok'],
      ],
      [
        'with a slot that nobody fills is uncovered',
        [{ shifts: [{ person: null }] }],
        'uncovered',
        ['ok'],
      ],
      [
        'with somebody later is uncovered',
        [{ shifts: [{ ...eve, start: NOW + HOUR }] }],
        'uncovered',
        ['ok'],
      ],
      [
        'whose second rotation has somebody is covered',
        [{ shifts: [] }, { shifts: [eve] }],
        'covered',
        ['ok', 'ok'],
      ],
      [
        'whose rotation cannot tell gaps and has nobody is unknown',
        [{ shifts: [], reading: { gaps: 'unknown' } }],
        'unknown',
        ['ok'],
      ],
      [
        'whose rotation was never read is unknown',
        [{ fetchedAt: null }],
        'unknown',
        ['pending'],
      ],
      [
        'whose rotation could never be read is unknown',
        [{ fetchedAt: null, failed: {} }],
        'unknown',
        ['failing'],
      ],
      [
        'whose rotation is not there has none',
        [{ fetchedAt: null, failed: { failure: 'not-found' } }],
        'none',
        ['missing'],
      ],
      [
        'whose rotation is not there any more has none',
        [{ shifts: [eve], failed: { failure: 'not-found' } }],
        'none',
        ['missing'],
      ],
      [
        'with nobody beside a rotation that is not there is uncovered',
        [{ shifts: [] }, { shifts: [], failed: { failure: 'not-found' } }],
        'uncovered',
        ['ok', 'missing'],
      ],
      [
        'whose rotation failed a moment ago is covered',
        [{ shifts: [eve], fetchedAt: NOW - HOUR, failed: {} }],
        'covered',
        ['failing'],
      ],
      [
        'whose rotation is stale is unknown',
        [{ shifts: [eve], fetchedAt: NOW - HOUR - 1, failed: {} }],
        'unknown',
        ['stale'],
      ],
      [
        'with nobody on one rotation and one that is stale is unknown',
        [{ shifts: [] }, { shifts: [], fetchedAt: NOW - 2 * HOUR }],
        'unknown',
        ['ok', 'stale'],
      ],
      [
        'with somebody beside a rotation that is stale is covered',
        [{ shifts: [eve] }, { shifts: [], fetchedAt: NOW - 2 * HOUR }],
        'covered',
        ['ok', 'stale'],
      ],
      [
        'whose rotation is only compared has none',
        [{ account: 'genie', shifts: [eve] }],
        'none',
        ['ok'],
      ],
      [
        'with members beside a rotation without anybody is uncovered',
        [
          {
            account: 'static',
            kind: 'group',
            shifts: [{ ...eve, source: 'members', level: null }],
          },
          { shifts: [] },
        ],
        'uncovered',
        ['ok', 'ok'],
      ],
      [
        'whose members were never read is unknown',
        [{ account: 'static', kind: 'group', fetchedAt: null }],
        'unknown',
        ['pending'],
      ],
    ])('%s', async (_, rotations, state, states) => {
      for (const [index, parts] of rotations.entries()) {
        await putRotation(knex, {
          ...parts,
          id: `X${index}`,
          services: ['poor'],
        });
      }
      const reply = await of('poor');
      expect(reply.rotations.map(rotation => rotation.state)).toEqual(states);
      expect(reply.cover.state).toBe(state);
      // The directory, which does not load shifts for it, says the same.
      const { items } = await harness.services.oncallDirectory.list(
        listOncallQuerySchema.parse({ state }),
        user,
      );
      expect(items.map(({ entityRef }) => entityRef)).toContain(refOf('poor'));
    });
  });

  it('shows the last good answer of a rotation that fails, with its age and what is wrong', async () => {
    await knex('reliability_oncall_links')
      .where({ entity_ref: refOf('poor') })
      .delete();
    await putRotation(knex, {
      id: 'X-failing',
      services: ['poor'],
      shifts: [eve],
      fetchedAt: NOW - 5 * HOUR,
      failed: { error: 'The account "pager" refuses its token' },
    });
    const [rotation] = (await of('poor')).rotations;
    expect(rotation).toMatchObject({
      state: 'stale',
      fetchedAt: iso(NOW - 5 * HOUR),
      error: 'The account "pager" refuses its token',
      levels: [{ people: [{ name: 'Eve Person', state: 'unknown' }] }],
    });
  });
});
