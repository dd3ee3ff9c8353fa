import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { reliabilityFactsServiceRef } from '@plimsoll/backstage-plugin-reliability-node';
import { readFile } from 'node:fs/promises';
import { pushDemoFacts } from './pushDemoFacts';
import { readDemoFacts } from './readDemoFacts';

/**
 * Stands for the tools of the demo company: pushes the facts of `demoFacts.file` through the public
 * API, at start and every three hours. Does nothing where the key is absent.
 */
export const demoFactsPlugin = createBackendPlugin({
  pluginId: 'demo-facts',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        facts: reliabilityFactsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ config, facts, logger, scheduler }) {
        const file = config.getOptionalString('demoFacts.file');
        if (!file) return;
        const path = resolvePackagePath('backend', file);
        await scheduler.scheduleTask({
          id: 'push-demo-facts',
          scope: 'local',
          frequency: { hours: 3 },
          initialDelay: { seconds: 5 },
          timeout: { minutes: 15 },
          fn: async signal => {
            const text = await readFile(path, 'utf8');
            const requests = readDemoFacts(text, new Date());
            await pushDemoFacts(requests, { facts, logger, signal });
          },
        });
      },
    });
  },
});
