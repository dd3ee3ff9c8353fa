import { ConfigReader } from '@backstage/config';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { Knex } from 'knex';
import { createTestApi, TestApi } from '../../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import {
  openIncidentPortal,
  serviceOf,
} from '../../__testUtils__/fakeIncidents';
import { levelOf } from '../../__testUtils__/fakeOncall';
import { Harness, HOUR, MINUTE, NOW } from '../../__testUtils__/harness';
import { PATH, SECRET, signatureOf } from './__testUtils__/signed';
import { genericIncidentFactory } from './genericIncidentFactory';

jest.setTimeout(60_000);

const databases = testDatabases();

const iso = (at: number) => new Date(at).toISOString();

const incident = (more: object = {}) => ({
  id: 'INC-1',
  updatedAt: iso(NOW - HOUR),
  title: 'Mail is slow',
  status: 'open',
  severity: 'SEV2',
  stamps: { declared: iso(NOW - HOUR) },
  services: ['mail'],
  ...more,
});

describe.each(databases.eachSupportedId())(
  'what is sent as JSON, on %s',
  id => {
    let knex: Knex;
    let harness: Harness;
    let api: TestApi;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      const account = { name: 'main', type: 'generic', webhookSecret: SECRET };
      const provider = genericIncidentFactory.create(
        new ConfigReader(account),
        simulatedRuntime(NOW),
      );
      harness = await openIncidentPortal({
        knex,
        providers: [provider],
        entities: [
          serviceOf('mail', 'main:service:mail'),
          serviceOf('pay', null),
        ],
      });
      api = createTestApi(harness);
    });

    const send = async (body: object) => {
      const text = JSON.stringify(body);
      const { status, body: answer } = await api
        .asNobody(api.call('post', PATH))
        .set('Content-Type', 'application/json')
        .set('x-plimsoll-signature', signatureOf(text, harness.clock.now))
        .send(text);
      return { status, answer };
    };
    const settled = () => harness.services.deliveryWorker.settled();
    const list = async () => {
      await settled();
      const { body } = await api.get('/incidents').expect(200);
      return body.items as {
        title: string;
        status: string;
        services: object[];
      }[];
    };

    it('is an incident of the service that names it', async () => {
      expect(await send(incident())).toEqual({
        status: 202,
        answer: { accepted: true, duplicate: false },
      });
      expect(await list()).toMatchObject([
        {
          id: 'main:INC-1',
          provider: 'generic',
          title: 'Mail is slow',
          severity: { raw: 'SEV2', level: 2, from: 'provider' },
          startedAt: iso(NOW - HOUR),
          services: [{ entityRef: refOf('mail'), from: 'annotation' }],
        },
      ]);
    });

    it('is of services of the catalog that it names itself', async () => {
      await send(incident({ services: [], entityRefs: [refOf('pay')] }));
      expect(await list()).toMatchObject([
        { services: [{ entityRef: refOf('pay'), from: 'provider' }] },
      ]);
    });

    it('never undoes what is newer, in whatever order it comes', async () => {
      const newer = { updatedAt: iso(NOW), title: 'Newer', status: 'resolved' };
      await send(incident(newer));
      await settled();
      await send(incident({ title: 'Older' }));
      expect(await list()).toMatchObject([
        { title: 'Newer', status: 'resolved' },
      ]);
    });

    it('is the newest of all that come before anything is done', async () => {
      const newer = incident({ updatedAt: iso(NOW), title: 'Newer' });
      const older = incident({ title: 'Older' });
      await Promise.all([send({ incidents: [newer, older] }), send(older)]);
      expect(await list()).toMatchObject([{ title: 'Newer' }]);
    });

    it('goes on after a clock that was an hour ahead', async () => {
      await send(
        incident({ updatedAt: iso(NOW + HOUR), title: 'Of tomorrow' }),
      );
      await settled();
      harness.clock.advance(MINUTE);
      await send(incident({ updatedAt: iso(NOW + MINUTE), title: 'Of today' }));
      expect(await list()).toMatchObject([{ title: 'Of today' }]);
    });

    it('comes twice and is one', async () => {
      await send(incident());
      expect(await send(incident())).toEqual({
        status: 202,
        answer: { accepted: true, duplicate: true },
      });
      expect(await list()).toHaveLength(1);
    });

    it('moves the level of its service', async () => {
      const levelNow = async (sent: object) => {
        await send(incident(sent));
        await settled();
        return levelOf(harness, refOf('mail'));
      };
      expect(await levelNow({})).toBe('bronze');
      const over = { status: 'resolved', updatedAt: iso(NOW) };
      expect(await levelNow(over)).toBe('silver');
    });

    it('is found by the id that its sender gave it', async () => {
      await send(incident());
      await settled();
      const { body } = await api.get('/incidents?q=inc-1').expect(200);
      expect(body.items).toMatchObject([{ reference: 'INC-1' }]);
    });

    it('without a signature is no incident', async () => {
      const { status } = await api
        .asNobody(api.call('post', PATH))
        .send(incident());
      expect(status).toBe(401);
      expect(await list()).toEqual([]);
    });

    it('is of a source that nobody waits to have read', async () => {
      await send(incident());
      await settled();
      const { body } = await api
        .get('/services/component/default/mail/incidents')
        .expect(200);
      expect(body.sources).toMatchObject([{ account: 'main', pushed: true }]);
    });

    it('is shown as an account that is not asked', async () => {
      await send(incident());
      await settled();
      const { body } = await api.get('/incidents/accounts').expect(200);
      expect(body.items[0]).toMatchObject({
        account: 'main',
        state: 'pushed',
        incidents: 1,
        webhooks: { path: `/api/reliability${PATH}`, received: 1, waiting: 0 },
      });
    });
  },
);
