import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ReliabilityClient } from '../demoReadiness/ReliabilityClient';
import { readStory } from '../demoSlos/story';
import { sendBridgeLog } from './bridgeLog';
import { readIncidentFolder } from './readDemoIncidents';
import { seedIncidents } from './seedIncidents';

/**
 * Stands for the people of the demo company: brings what `demoIncidents.files` tells beyond its tools through the
 * public API, once. Does nothing where the key is absent. What the tools know is told by the stand-ins of `demoOncall`.
 */
export const demoIncidentsPlugin = createBackendPlugin({
  pluginId: 'demo-incidents',
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
        const name = config.getOptionalString('demoIncidents.files');
        if (!name) return;
        const path = resolvePackagePath('backend', name);
        const since = readStory(config, Date.now())?.since ?? Date.now();
        const client = new ReliabilityClient({ auth, discovery });
        await scheduler.scheduleTask({
          id: 'bring-demo-incidents',
          scope: 'local',
          frequency: { hours: 12 },
          initialDelay: { seconds: 5 },
          timeout: { minutes: 15 },
          fn: async signal => {
            const file = await readIncidentFolder(path);
            const baseUrl = await discovery.getBaseUrl('reliability');
            const send = () =>
              sendBridgeLog(file.bridge, { baseUrl, since, now: Date.now() });
            await seedIncidents(file, send, { client, since, logger, signal });
          },
        });
      },
    });
  },
});
