import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { PastWriter } from './PastWriter';

/** How long after a start somebody may still bring campaigns and decisions whose past is missing. */
const TURNS = 60;

/**
 * Makes up the past of the demo company, where `demoPast` is true: a fresh portal has none, and changes, trends and
 * campaigns would have nothing to tell. What it writes never happened; no real portal should do this.
 */
export const demoPastModule = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'demo-past',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ config, database, logger, scheduler }) {
        if (!config.getOptionalBoolean('demoPast')) return;
        let turns = 0;
        let told = false;
        await scheduler.scheduleTask({
          id: 'make-demo-past',
          scope: 'local',
          frequency: { seconds: 15 },
          initialDelay: { seconds: 45 },
          timeout: { minutes: 5 },
          fn: async () => {
            turns += 1;
            if (told && turns > TURNS) return;
            const writer = new PastWriter(await database.getClient());
            const there = await writer.write(Date.now());
            if (there && !told) logger.info('The demo has a past');
            told = there;
          },
        });
      },
    });
  },
});
