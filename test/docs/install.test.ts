import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import reliabilityPlugin from '@plimsoll/backstage-plugin-reliability-backend';
import pagerduty from '@plimsoll/backstage-plugin-reliability-backend-module-pagerduty';
import { codeUnder, documentation, rowsUnder } from './page';
import { parse } from 'yaml';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const page = documentation('install.md');

/** The names of tasks, with any account or source in place of `<…>`. */
const listed = rowsUnder(page, 'What runs')
  .slice(1)
  .map(([task]) => new RegExp(`^${task.slice(1, -1).replace(/<\w+>/, '.+')}$`));

const sectionOf = (heading: string) =>
  parse(
    codeUnder(page, heading, 'yaml')[0].replace(/\$\{\w+\}/g, 'x'.repeat(32)),
  ).reliability;

it('the accounts that the page shows start, and nothing runs that it does not list', async () => {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      reliabilityPlugin,
      pagerduty,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.database.factory({ knex: await databases.init('SQLITE_3') }),
      mockServices.rootConfig.factory({
        data: {
          reliability: { ...sectionOf('On-call'), ...sectionOf('Incidents') },
        },
      }),
      catalogServiceMock.factory({ entities: [] }),
    ],
  });
  const tasks = (await scheduler.getScheduledTasks()).map(({ id }) => id);
  await backend.stop();
  expect(tasks).toContain('reliability-incident-sync-pagerduty');
  expect(
    tasks.filter(task => !listed.some(pattern => pattern.test(task))),
  ).toEqual([]);
  // Prometheus, sources of facts and notifications are not installed here.
  expect(
    listed.filter(pattern => !tasks.some(task => pattern.test(task))),
  ).toEqual([
    /^reliability-slo-drift-.+$/,
    /^reliability-facts-.+$/,
    /^reliability-notify$/,
  ]);
});
