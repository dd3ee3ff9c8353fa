import { createFrontendModule } from '@backstage/frontend-plugin-api';
import basePlugin from '@backstage/plugin-home/alpha';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

/** The home plugin with its page at the root of the portal. */
export const homePlugin = basePlugin.withOverrides({
  extensions: [
    basePlugin.getExtension('page:home').override({
      factory: (originalFactory, { config }) =>
        originalFactory({ config: { ...config, path: '/' } }),
    }),
  ],
});

const layout = HomePageLayoutBlueprint.make({
  params: { loader: () => import('./HomeLayout').then(m => m.HomeLayout) },
});

export const homeLayoutModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout],
});
