import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ReliabilityClient } from '../demoReadiness/ReliabilityClient';
import { readProgrammeFolder } from './readDemoProgramme';
import { seedProgramme } from './seedProgramme';

/**
 * Stands for the leads of the demo company and its pipelines: brings the exemptions, campaigns, risks, questions to the
 * load line and handovers of `demoProgramme.files` through the public API, once. Does nothing where the key is absent.
 */
export const demoProgrammePlugin = createBackendPlugin({
  pluginId: 'demo-programme',
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
        const name = config.getOptionalString('demoProgramme.files');
        if (!name) return;
        const path = resolvePackagePath('backend', name);
        const client = new ReliabilityClient({ auth, discovery });
        await scheduler.scheduleTask({
          id: 'bring-demo-programme',
          scope: 'local',
          frequency: { hours: 12 },
          initialDelay: { seconds: 8 },
          timeout: { minutes: 15 },
          fn: async signal => {
            const file = await readProgrammeFolder(path);
            const now = Date.now();
            await seedProgramme(file, { client, now, logger, signal });
          },
        });
      },
    });
  },
});
