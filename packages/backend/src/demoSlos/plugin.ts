import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { PushSamplesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityClient } from '../demoPortal/ReliabilityClient';
import { bringCorrections, correctionsOf } from './corrections';
import { Exporter } from './openMetrics';
import { SamplePusher } from './SamplePusher';
import { readStory } from './story';
import { streams } from './streams';

const OPEN_METRICS =
  'application/openmetrics-text; version=1.0.0; charset=utf-8';

/**
 * Stands for the services of the demo company: answers the scrapes of the Prometheus that `npm start` brings,
 * or pushes the same counts where there is none; pushes what jobs count in any case; and makes the corrections.
 * Does nothing where `demoSlos` is absent.
 */
export const demoSlosPlugin = createBackendPlugin({
  pluginId: 'demo-slos',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        http: coreServices.httpRouter,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, http, logger, scheduler }) {
        const story = readStory(config, Date.now());
        if (!story) return;
        const { since, scraped } = story;
        if (scraped) {
          const exporter = new Exporter(streams, since);
          http.addAuthPolicy({ path: '/metrics', allow: 'unauthenticated' });
          http.use((request, response, next) => {
            if (request.path !== '/metrics') next();
            else response.type(OPEN_METRICS).send(exporter.scrape(Date.now()));
          });
        }
        const client = new ReliabilityClient({ auth, discovery });
        const pushed = streams.filter(
          ({ pushed: always, scrapedOnly }) =>
            always || !(scraped || scrapedOnly),
        );
        const pusher = new SamplePusher(pushed, {
          since,
          logger,
          push: async request =>
            (await client.asMachine()).send<PushSamplesResponse>(
              'PUT',
              '/slo-samples',
              request,
            ),
        });
        let corrections = correctionsOf(since);
        await scheduler.scheduleTask({
          id: 'tell-demo-slos',
          scope: 'local',
          frequency: { seconds: 20 },
          initialDelay: { seconds: 10 },
          timeout: { minutes: 15 },
          fn: async () => {
            await pusher.turn(Date.now());
            corrections = await bringCorrections(corrections, client);
          },
        });
      },
    });
  },
});
