import {
  createFollowUpRequestSchema,
  createIncidentRequestSchema,
  patchIncidentRequestSchema,
  putPostmortemRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  postgresOf,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR, NOW } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import { ada, bob } from '../__testUtils__/readiness';
import { tellIncident } from '../__testUtils__/tellIncident';

jest.setTimeout(60_000);

const databases = testDatabases();

const outcomes = async (acts: Promise<unknown>[]) =>
  (await Promise.allSettled(acts)).map(result =>
    result.status === 'fulfilled' ? 'done' : (result.reason as Error).name,
  );

it('needs PostgreSQL for two transactions at once', () =>
  expect(databases.eachSupportedId().length).toBeGreaterThan(0));

postgresOf(databases).forEach(([id]) =>
  describe(`two who write at once on ${id}`, () => {
    let knex: Knex;
    let harness: Harness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex);
      await tellIncident(harness, '1', { names: ['best', 'good'] });
    });

    const patch = (body: object, who = ada) =>
      harness.services.incidentWrites.patch(
        'pager:1',
        patchIncidentRequestSchema.parse(body),
        who,
      );

    it('both have what they set, also while the provider tells of it', async () => {
      await Promise.all([
        patch({ cause: 'Limit' }),
        patch({ customerImpact: true }, bob),
        patch({ entityRefs: [refOf('even'), refOf('best')] }, bob),
        tellIncident(harness, '1', {
          names: ['best'],
          summary: 'Told again',
          updatedAt: NOW + HOUR,
        }),
      ]);
      const incident = await harness.services.incidents.get('pager:1', ada);
      expect(incident).toMatchObject({
        cause: 'Limit',
        customerImpact: true,
        summary: 'Told again',
      });
      expect(
        incident.services.map(({ entityRef }) => entityRef).sort(),
      ).toEqual([refOf('best'), refOf('even')]);
    });

    it('declare one incident under one key', async () => {
      const create = () =>
        harness.services.incidentWrites.create(
          createIncidentRequestSchema.parse({
            key: 'K',
            title: 'Down',
            entityRefs: [refOf('best')],
          }),
          ada,
        );
      const made = await Promise.all([create(), create(), create()]);
      expect(made.map(incident => incident.id)).toEqual(
        made.map(() => 'portal:K'),
      );
      expect(
        await knex('reliability_incidents').where({ account: 'portal' }),
      ).toHaveLength(1);
    });

    it('begin one postmortem; the other is told', async () => {
      const put = (title: string, who = ada) =>
        harness.services.postmortems.put(
          'pager:1',
          putPostmortemRequestSchema.parse({ version: 0, title }),
          who,
        );
      expect((await outcomes([put('Mine'), put('Yours', bob)])).sort()).toEqual(
        ['ConflictError', 'done'],
      );
    });

    it('add one follow-up when the same request comes twice at once', async () => {
      const add = () =>
        harness.services.followUps.create(
          'pager:1',
          createFollowUpRequestSchema.parse({ title: 'Raise it' }),
          ada,
        );
      const [one, other] = await Promise.all([add(), add()]);
      expect(one.id).toBe(other.id);
    });
  }),
);
