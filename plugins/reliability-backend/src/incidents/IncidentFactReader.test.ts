import { PORTAL_ACCOUNT } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import {
  IncidentParts,
  putFollowUp,
  putIncident,
  putPostmortem,
} from '../__testUtils__/incidentData';
import { createStores } from '../database/stores';
import { IncidentFactReader } from './IncidentFactReader';

jest.setTimeout(60_000);

const databases = testDatabases();
const names = ['best', 'good', 'even'];
const services = names.map(name => ({
  entityRef: refOf(name),
  changedAt: NOW - 100 * DAY,
}));

const resolved = (ago: number, minutes: number): Partial<IncidentParts> => ({
  status: 'resolved',
  stamps: { declared: NOW - ago, resolved: NOW - ago + minutes * MINUTE },
});

describe.each(databases.eachSupportedId())('facts on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const reader = (providers?: { account: string; read?: unknown }[]) =>
    new IncidentFactReader({
      stores: createStores(),
      config: {
        incidents: {
          accounts: ['pager', 'hooks'].map(name => ({
            name,
            type: 'any',
            default: false,
            severities: {},
          })),
        },
      },
      incidentProviders: providers,
    });

  const read = async (name: string, of = reader()) => {
    const assess = await of.of(knex, services, NOW);
    const service = services.find(({ entityRef }) => entityRef === refOf(name));
    const { facts, nextChangeAt } = assess(service!, NOW);
    return {
      values: Object.assign({}, ...facts.map(({ values }) => values)),
      expiresAt: facts.flatMap(group => group.expiresAt ?? [])[0],
      at: Math.max(...facts.map(group => group.at)),
      nextChangeAt,
    };
  };

  const readAccount = (name: string, at: number | null) =>
    knex('reliability_incident_accounts').insert({
      name,
      provider: 'any',
      backfill_done: true,
      success_at: at === null ? null : new Date(at),
      failures: 0,
    });

  const link = (name: string, account: string) =>
    knex('reliability_incident_links').insert({
      entity_ref: refOf(name),
      account,
      kind: 'service',
      ref_id: 'S1',
      annotation: 'plimsoll.dev/incidents',
    });

  it('count the incidents of each service, and only its own', async () => {
    await readAccount('pager', NOW);
    await putIncident(knex, 'a', {
      services: ['best', 'good'],
      level: 1,
      stamps: { declared: NOW - 25 * HOUR },
    });
    await putIncident(knex, 'b', {
      services: ['best'],
      level: 2,
      ...resolved(10 * DAY, 30),
      columns: { repeat_of: 'x' },
    });
    await putIncident(knex, 'c', { services: ['good'], isTest: true });
    await putIncident(knex, 'd', { services: ['good'], status: 'merged' });
    await putIncident(knex, 'e', {
      services: ['good'],
      columns: { removed_at: new Date(NOW) },
    });
    expect((await read('best')).values).toMatchObject({
      known: true,
      open: 1,
      unresolvedOver24h: 1,
      total_90d: 2,
      sev1_90d: 1,
      sev2_90d: 1,
      repeats90d: 1,
      medianTtrMinutes90d: 30,
      daysSinceLast: 1,
    });
    expect((await read('good')).values).toMatchObject({
      open: 1,
      total_90d: 1,
      repeats90d: 0,
    });
  });

  it('keep what is left to do however old it is, and the last that happened', async () => {
    await readAccount('pager', NOW);
    const old = { services: ['best'], ...resolved(300 * DAY, 60) };
    const late = {
      postmortem_required: true,
      publish_due_at: new Date(NOW - DAY),
    };
    const published = await putIncident(knex, 'a', { ...old, columns: late });
    await putPostmortem(knex, published, { status: 'published' });
    const drafted = await putIncident(knex, 'b', { ...old, columns: late });
    await putPostmortem(knex, drafted);
    const open = await putIncident(knex, 'c', old);
    await putFollowUp(knex, open, { due_at: new Date(NOW - HOUR) });
    await putFollowUp(knex, open, { due_at: new Date(NOW + HOUR) });
    await putFollowUp(knex, open, { status: 'done' });
    await putIncident(knex, 'd', {
      services: ['good'],
      ...resolved(200 * DAY, 5),
    });
    await putIncident(knex, 'e', {
      services: ['good'],
      ...resolved(400 * DAY, 5),
    });
    const best = await read('best');
    expect(best.values).toMatchObject({
      total_90d: 0,
      postmortemsOverdue: 1,
      followUpsOpen: 2,
      followUpsOverdue: 1,
      daysSinceLast: 300,
    });
    expect(best.nextChangeAt).toBe(NOW + HOUR + 1);
    expect((await read('good')).values).toMatchObject({
      known: true,
      daysSinceLast: 200,
      followUpsOpen: 0,
    });
  });

  it('do not make silence a virtue', async () => {
    expect(await read('even')).toMatchObject({
      values: { known: false, open: 0, total_90d: 0 },
      nextChangeAt: undefined,
      expiresAt: undefined,
    });
  });

  describe('of a service hold', () => {
    it.each<[string, () => Promise<unknown>, boolean, number | undefined]>([
      [
        'for six hours of what its account said',
        async () => {
          await link('best', 'pager');
          await readAccount('pager', NOW - HOUR);
        },
        true,
        NOW + 5 * HOUR,
      ],
      [
        'as long as the account that was read the longest ago',
        async () => {
          await link('best', 'pager');
          await putIncident(knex, 'a', {
            account: 'hooks',
            services: ['best'],
          });
          await readAccount('pager', NOW - HOUR);
          await readAccount('hooks', NOW - 3 * HOUR);
        },
        true,
        NOW + 3 * HOUR,
      ],
      [
        'through a mapping as well',
        async () => {
          await knex('reliability_incident_mappings').insert({
            account: 'pager',
            kind: 'service',
            ref_id: 'S1',
            entity_refs: JSON.stringify([refOf('other'), refOf('best')]),
            set_by: 'user:default/ada',
            set_at: new Date(NOW),
          });
          await readAccount('pager', NOW);
        },
        true,
        NOW + 6 * HOUR,
      ],
      [
        'for ever where incidents are recorded here',
        () =>
          putIncident(knex, 'a', {
            account: PORTAL_ACCOUNT,
            services: ['best'],
          }),
        true,
        undefined,
      ],
      [
        'for ever where its account is not configured any more',
        () => putIncident(knex, 'a', { account: 'gone', services: ['best'] }),
        true,
        undefined,
      ],
    ])('%s', async (_, arrange, known, expiresAt) => {
      await arrange();
      const found = await read('best');
      expect([found.values.known, found.expiresAt]).toEqual([known, expiresAt]);
    });

    it('for ever where its account only pushes', async () => {
      await link('best', 'hooks');
      const found = await read('best', reader([{ account: 'hooks' }]));
      expect(found).toMatchObject({
        values: { known: true, open: 0 },
        expiresAt: undefined,
      });
    });

    it('nothing while its account was never read', async () => {
      await link('best', 'pager');
      await readAccount('pager', null);
      expect((await read('best')).values).toEqual({ known: true });
    });
  });

  it('take as many statements for many services as for one', async () => {
    await putIncident(knex, 'a', { services: names });
    let count = 0;
    const note = () => (count += 1);
    knex.on('query', note);
    await reader().of(knex, services.slice(0, 1), NOW);
    const one = count;
    await reader().of(knex, services, NOW);
    knex.removeListener('query', note);
    expect([count - one, one > 0]).toEqual([one, true]);
  });
});
