import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createGateAction } from './gateAction';
import { GateClient } from './GateClient';

/**
 * Gives software templates the action `plimsoll:gate`.
 *
 * @public
 */
export const scaffolderModuleReliability = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'reliability',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        rootConfig: coreServices.rootConfig,
        actions: scaffolderActionsExtensionPoint,
      },
      async init({ auth, discovery, rootConfig, actions }) {
        const client = new GateClient({ auth, discovery });
        const portal = rootConfig.getOptionalString('app.baseUrl');
        actions.addActions(createGateAction({ client, portal }));
      },
    });
  },
});
