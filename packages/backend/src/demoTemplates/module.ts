import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { TemplateKindProcessor } from './TemplateKindProcessor';

/** Has the catalog take the templates of the demo. */
export const demoTemplatesModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-templates',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addProcessor(new TemplateKindProcessor());
      },
    });
  },
});
