import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
  DiscoveryService,
  LoggerService,
  resolvePackagePath,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ReliabilityClient } from './ReliabilityClient';

/** What a bringer has at hand. */
export interface BringContext {
  readonly client: ReliabilityClient;
  readonly config: RootConfigService;
  readonly discovery: DiscoveryService;
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
  /** When the portal started, milliseconds since the epoch. */
  readonly startedAt: number;
}

/** Something that people of the demo company bring. */
export interface Bringer {
  /** Such as `incidents`. */
  readonly name: string;
  /** Where the configuration names the file or the folder, relative to this package. */
  readonly key: string;
  /** Seconds after the start. */
  readonly delay: number;
  /** Brings what the file or folder tells; what is there already stays. */
  bring(path: string, context: BringContext): Promise<void>;
}

/**
 * A plugin that stands for people: brings what they know through the public API, at start and every twelve hours. Does
 * nothing where the key is absent.
 */
export function createBringer({
  name,
  key,
  delay,
  bring,
}: Bringer): BackendFeature {
  return createBackendPlugin({
    pluginId: `demo-${name}`,
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
          const place = config.getOptionalString(key);
          if (!place) return;
          const path = resolvePackagePath('backend', place);
          const client = new ReliabilityClient({ auth, discovery });
          const startedAt = Date.now();
          const context = { client, config, discovery, logger, startedAt };
          await scheduler.scheduleTask({
            id: `bring-demo-${name}`,
            scope: 'local',
            frequency: { hours: 12 },
            initialDelay: { seconds: delay },
            timeout: { minutes: 15 },
            fn: signal => bring(path, { ...context, signal }),
          });
        },
      });
    },
  });
}
