import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { readFile } from 'node:fs/promises';
import { readIncidentFolder } from '../demoIncidents/readDemoIncidents';
import { readStory } from '../demoSlos/story';
import { readDemoOncall } from './readDemoOncall';

/** Node's own import puts what a CommonJS module exports by default one level deeper. */
const unwrapped = <T extends object>(module: { default: T | { default: T } }) =>
  'default' in module.default ? module.default : (module as { default: T });

/**
 * Stands for the vendors that the demo company has on-call plans and incidents at, filled from `demoOncall.file` and
 * `demoIncidents.files` relative to the beginning of the story. Does nothing where `demoOncall` is absent.
 */
export const demoOncallPlugin = createBackendPlugin({
  pluginId: 'demo-oncall',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
      },
      async init({ config, lifecycle, logger }) {
        const demo = config.getOptionalConfig('demoOncall');
        if (!demo) return;
        const path = resolvePackagePath('backend', demo.getString('file'));
        const port = demo.getNumber('port');
        const file = readDemoOncall(await readFile(path, 'utf8'));
        const past = config.getOptionalString('demoIncidents.files');
        const incidents = past
          ? await readIncidentFolder(resolvePackagePath('backend', past))
          : undefined;
        const since = readStory(config, Date.now())?.since ?? Date.now();
        // The stand-ins are not part of what a real portal is built from.
        const { default: startVendors } = await import('./startVendors').then(
          unwrapped,
        );
        try {
          const stop = await startVendors(file, { port, since, incidents });
          lifecycle.addShutdownHook(stop);
          logger.info(`The vendors of the demo listen on port ${port}`);
        } catch (error) {
          logger.error(
            `The vendors of the demo cannot listen on port ${port}, so that on-call and incidents stay unknown; choose another with PLIMSOLL_VENDORS_PORT: ${error}`,
          );
        }
      },
    });
  },
});
