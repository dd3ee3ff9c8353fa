import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { readFile } from 'node:fs/promises';
import { readDemoAnswers } from './readDemoAnswers';
import { ReliabilityClient } from './ReliabilityClient';
import { seedReadiness } from './seedReadiness';

/**
 * Stands for the people of the demo company: brings the answers, doubts and reviews of `demoReadiness.file`
 * through the public API, at start and every twelve hours. Does nothing where the key is absent.
 */
export const demoReadinessPlugin = createBackendPlugin({
  pluginId: 'demo-readiness',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, logger, scheduler }) {
        const file = config.getOptionalString('demoReadiness.file');
        if (!file) return;
        const path = resolvePackagePath('backend', file);
        const client = new ReliabilityClient({ auth, discovery });
        await scheduler.scheduleTask({
          id: 'bring-demo-answers',
          scope: 'local',
          frequency: { hours: 12 },
          initialDelay: { seconds: 3 },
          timeout: { minutes: 15 },
          fn: async signal => {
            const answers = readDemoAnswers(await readFile(path, 'utf8'));
            const now = () => new Date();
            await seedReadiness(answers, { client, logger, signal, now });
          },
        });
      },
    });
  },
});
