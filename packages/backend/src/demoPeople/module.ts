import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { demoAuthenticator, demoResolver } from './authenticator';
import { isDemoConfigured } from './isDemoConfigured';

/** The auth provider `demo`: sign-in as anybody of the demo company. */
export const demoPeopleModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-people',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        if (!isDemoConfigured(config, process.env.NODE_ENV)) return;
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: demoAuthenticator,
            signInResolver: demoResolver,
          }),
        });
      },
    });
  },
});
