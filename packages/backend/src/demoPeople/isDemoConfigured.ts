import { RootConfigService } from '@backstage/backend-plugin-api';

const KEY = 'auth.providers.demo.development';

/**
 * Whether the demo provider is configured. Anybody can be anybody with it, so where it is configured outside
 * of development the backend does not start.
 *
 * @param nodeEnv - `NODE_ENV` of the process
 */
export function isDemoConfigured(
  config: RootConfigService,
  nodeEnv: string | undefined,
): boolean {
  const environment = config.getOptionalString('auth.environment');
  if (environment !== 'development' || !config.has(KEY)) return false;
  const allowed = config.getOptionalBoolean(
    `${KEY}.dangerouslyAllowOutsideDevelopment`,
  );
  if (nodeEnv !== 'development' && allowed !== true) {
    throw new Error(
      `${KEY} lets anybody sign in as anybody and is for development only (NODE_ENV is ${nodeEnv}): remove it, or set ${KEY}.dangerouslyAllowOutsideDevelopment`,
    );
  }
  return true;
}
