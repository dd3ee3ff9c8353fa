import { ChildProcess, fork } from 'node:child_process';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { createIncidentProviders } from '@plimsoll/backstage-plugin-reliability-backend/src/config/createIncidentProviders';
import { openDatabase } from '@plimsoll/backstage-plugin-reliability-backend/src/database/database';
import { soundIncident } from '@plimsoll/backstage-plugin-reliability-backend/src/incidents/soundIncident';
import { pagerdutyIncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-backend-module-pagerduty/src/incidents/pagerdutyIncidentProviderFactory';
import { FakePagerduty } from '@plimsoll/test-fakes';
import { Knex } from 'knex';
import {
  ACCOUNT,
  fillVendor,
  reliabilityAt,
  ReplicaOptions,
  SECRET,
} from './incidentWorld';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const INCIDENTS = 1200;
const CHANGED = 240;

const soon = () =>
  new Promise<void>(resolve => {
    setTimeout(resolve, 10);
  });

/** A backend process on the database. */
async function startReplica(options: ReplicaOptions) {
  const child: ChildProcess = fork(require.resolve('./incidentReplica.ts'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      REPLICA: JSON.stringify(options),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: { port?: number }) => {
      if (message.port) resolve(message.port);
    });
    child.once('exit', code => reject(new Error(`A replica ended: ${code}`)));
  });
  const told = (task: string) => child.send({ task: `reliability-${task}` });
  return {
    webhooks: `http://127.0.0.1:${port}/api/reliability/webhooks/pagerduty/${ACCOUNT}`,
    /** Begins a task, and does not wait for it. */
    begin: told,
    /** Runs a task to its end. */
    run: (task: string) =>
      new Promise<void>(resolve => {
        child.on('message', function hear(message: { done?: string }) {
          if (message.done !== `reliability-${task}`) return;
          child.off('message', hear);
          resolve();
        });
        told(task);
      }),
    /** As `kill -9`: it has no chance to finish anything. */
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

type Replica = Awaited<ReturnType<typeof startReplica>>;

const countOf = async (knex: Knex) => {
  const [{ n }] = await knex('reliability_incidents').count({ n: '*' });
  return Number(n);
};

/** What is told of all incidents of the vendor, read again from it by a module of our own. */
async function toldBy(vendor: FakePagerduty): Promise<ReportedIncident[]> {
  const [provider] = createIncidentProviders(
    new ConfigReader({ reliability: reliabilityAt(vendor.url) }),
    [pagerdutyIncidentProviderFactory],
    {
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
      now: Date.now,
      sleep: async () => {},
    },
  );
  const { incidents } = await provider.readSome!(
    [...vendor.incidents.keys()],
    AbortSignal.timeout(120_000),
  );
  return incidents
    .map(incident => JSON.parse(JSON.stringify(soundIncident(incident))))
    .sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
}

const storedIn = async (knex: Knex): Promise<ReportedIncident[]> => {
  const rows = await knex('reliability_incidents').orderBy('external_id');
  return rows.map(({ reported }) => JSON.parse(reported));
};

/** Sends a webhook as the vendor does: again, to whoever answers, until it is taken. */
async function deliver(
  replicas: () => readonly Replica[],
  vendor: FakePagerduty,
  id: string,
): Promise<void> {
  const { rawBody, headers } = vendor.delivery(id);
  for (let attempt = 0; ; attempt += 1) {
    const alive = replicas();
    const { webhooks } = alive[attempt % alive.length];
    try {
      const response = await fetch(webhooks, {
        method: 'POST',
        headers,
        body: new Uint8Array(rawBody),
      });
      if (response.status === 202) return;
      throw new Error(`Answered ${response.status}`);
    } catch (error) {
      if (attempt === 100) throw error;
      await soon();
    }
  }
}

/** Something new happens to an incident. */
function change(vendor: FakePagerduty, id: string, index: number): void {
  const { incidents } = vendor;
  if (index % 3 === 0) incidents.rename(id, `Renamed ${index}`);
  else if (incidents.get(id)?.status === 'resolved') incidents.reopen(id);
  else incidents.resolve(id, 'PUSER01');
}

(databases.eachSupportedId().length > 0 ? describe : describe.skip)(
  'backends that are killed',
  () => {
    let vendor: FakePagerduty;
    let knex: Knex;
    let ids: string[];
    let replicas: Replica[] = [];
    let options: ReplicaOptions;

    beforeAll(async () => {
      vendor = await new FakePagerduty({
        token: 'token',
        webhookSecrets: [SECRET],
        limit: { requests: 1_000_000, perMs: 60_000 },
      }).start();
      ids = fillVendor(vendor, INCIDENTS);
      knex = await databases.init('POSTGRES_18');
      await openDatabase(mockServices.database({ knex }));
      options = {
        connection: knex.client.config.connection,
        reliability: reliabilityAt(vendor.url),
      };
    });

    afterAll(async () => {
      await Promise.all(replicas.map(replica => replica.kill()));
      await vendor?.stop();
    });

    it('in the middle of the history go on where they were, and lose nothing', async () => {
      const counts: number[] = [];
      for (const least of [1, 400]) {
        const doomed = await startReplica(options);
        await doomed.run('sweep');
        doomed.begin(`incident-sync-${ACCOUNT}`);
        while ((await countOf(knex)) < least) await soon();
        await doomed.kill();
        counts.push(await countOf(knex));
      }
      // Otherwise nothing was in the middle.
      expect(Math.min(...counts)).toBeGreaterThan(0);
      expect(Math.max(...counts)).toBeLessThan(INCIDENTS);
      const heir = await startReplica(options);
      replicas = [heir];
      await heir.run(`incident-sync-${ACCOUNT}`);
      expect(await countOf(knex)).toBe(INCIDENTS);
      expect(await storedIn(knex)).toEqual(await toldBy(vendor));
      const [account] = await knex('reliability_incident_accounts');
      expect(account).toMatchObject({ backfill_done: true, error: null });
    });

    it('in the middle of a burst of webhooks lose none, and do none of them wrong', async () => {
      const [first] = replicas;
      const doomed = await startReplica(options);
      replicas = [first, doomed];
      const alive = () => replicas;
      const changed = ids.slice(0, CHANGED);
      const sent: Promise<unknown>[] = [];
      let left = 0;
      const waiting = () =>
        knex('reliability_incident_deliveries').whereNull('done_at');
      // So that something is under way whenever a process is killed.
      vendor.fail({ match: /^\/incidents\//, times: Infinity, delayMs: 10 });
      for (const [index, id] of changed.entries()) {
        change(vendor, id, index);
        sent.push(deliver(alive, vendor, id));
        // Two at once get the same, and the later change is told first.
        if (index % 4 === 0) sent.push(deliver(alive, vendor, id));
        if (index % 20 === 19) await Promise.all(sent.splice(0, 10));
        if (index === CHANGED / 2) {
          replicas = [first];
          await doomed.kill();
          left = (await waiting()).length;
          replicas = [first, await startReplica(options)];
        }
      }
      await Promise.all(sent);
      vendor.heal();
      expect(left).toBeGreaterThan(0);
      while ((await waiting()).length > 0) {
        await first.run('incident-webhooks');
        await soon();
      }
      expect(await storedIn(knex)).toEqual(await toldBy(vendor));
      const deliveries = await knex('reliability_incident_deliveries');
      expect(deliveries.every(({ error }) => error === null)).toBe(true);
    });
  },
);
