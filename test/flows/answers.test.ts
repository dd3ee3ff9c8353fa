import { ChildProcess, fork } from 'node:child_process';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readReliabilityConfig } from '@plimsoll/backstage-plugin-reliability-backend/src/config/config';
import { createServices } from '@plimsoll/backstage-plugin-reliability-backend/src/createServices';
import { openDatabase } from '@plimsoll/backstage-plugin-reliability-backend/src/database/database';
import { Knex } from 'knex';
import { CHECKLIST, ITEMS, NAMES, reliability, services } from './world';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const PEOPLE = 200;
const refOf = (name: string) => `component:default/${name}`;

/** A backend process on the database, and its port. */
async function startReplica(knex: Knex) {
  const child: ChildProcess = fork(require.resolve('./replica.ts'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      REPLICA_CONNECTION: JSON.stringify(knex.client.config.connection),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: { port?: number }) => {
      if (message.port) resolve(message.port);
    });
    child.once('exit', code => reject(new Error(`A replica ended: ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${port}/api/reliability`,
    stop: () =>
      new Promise<void>(resolve => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.send('stop');
      }),
  };
}

const itemPath = (name: string, itemId: string) =>
  `/services/component/default/${name}/checklists/${CHECKLIST}/items/${itemId}`;

/** A person who reads the item again after each refusal, until the answer is in. */
async function answerUntilItIsIn(url: string, person: number) {
  const name = NAMES[person % NAMES.length];
  const itemId = ITEMS[Math.floor(person / NAMES.length) % ITEMS.length];
  const headers = {
    Authorization: mockCredentials.user.header(`user:default/person-${person}`),
    'Content-Type': 'application/json',
  };
  let refused = 0;
  let version = 0;
  for (;;) {
    const response = await fetch(`${url}${itemPath(name, itemId)}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ answer: 'yes', note: `by ${person}`, version }),
    });
    if (response.status === 200) return { refused };
    if (response.status !== 409) throw new Error(await response.text());
    refused += 1;
    const page = await fetch(
      `${url}/services/component/default/${name}/checklists/${CHECKLIST}`,
      { headers },
    );
    const { items } = await page.json();
    version = items.find(({ id }: { id: string }) => id === itemId).version;
  }
}

// SQLite lets one process at a time write, so there is nothing to test there.
(databases.eachSupportedId().length > 0 ? describe : describe.skip)(
  'on PostgreSQL',
  () => {
    it('200 people answer at once through two backend processes: no answer is lost, no score is stale', async () => {
      const knex = await openDatabase(
        mockServices.database({ knex: await databases.init('POSTGRES_18') }),
      );
      const { stores, reassessor, sync } = createServices({
        config: readReliabilityConfig(new ConfigReader({ reliability })),
        knex,
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities: services }),
        logger: mockServices.logger.mock(),
        permissions: mockServices.permissions.mock(),
        now: Date.now,
      });
      await sync.sweep();
      const replicas = [await startReplica(knex), await startReplica(knex)];
      try {
        const results = await Promise.all(
          Array.from({ length: PEOPLE }, (_, person) =>
            answerUntilItIsIn(replicas[person % 2].url, person),
          ),
        );
        const refused = results.reduce(
          (sum, result) => sum + result.refused,
          0,
        );

        const refs = NAMES.map(refOf);
        const answers = [
          ...(await stores.answers.of(knex, refs)).values(),
        ].flat();
        const changes = await knex('reliability_answer_changes');
        const notes = changes.map(change => JSON.parse(change.answer).note);
        expect(answers).toHaveLength(NAMES.length * ITEMS.length);
        expect(new Set(notes).size).toBe(PEOPLE);
        expect(answers.every(({ version }) => version === 4)).toBe(true);
        expect(refused).toBeGreaterThan(0);

        const stored = await stores.reports.of(knex, refs, ['answers']);
        expect(stored.map(({ score }) => score)).toEqual(NAMES.map(() => 1000));
        const rows = () =>
          Promise.all(
            ['reports', 'readiness', 'history'].map(table =>
              knex(`reliability_${table}`).orderBy('entity_ref'),
            ),
          );
        const before = await rows();
        await knex.transaction(tx => reassessor.reassess(tx, refs, Date.now()));
        expect(await rows()).toEqual(before);
      } finally {
        await Promise.all(replicas.map(replica => replica.stop()));
      }
    });
  },
);
