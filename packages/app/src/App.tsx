import { createApp } from '@backstage/frontend-defaults';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import reliabilityPlugin from '@plimsoll/backstage-plugin-reliability/alpha';
import { catalogGraphPlugin } from './catalogGraph';
import { homeLayoutModule, homePlugin } from './home';
import { navModule } from './nav';
import { signInModule } from './signIn';

/**
 * Everything that the portal is made of; the same works with `app.packages: all`. Cards stand on entity
 * pages in this order.
 */
export const features = [
  reliabilityPlugin,
  catalogPlugin,
  orgPlugin,
  apiDocsPlugin,
  catalogGraphPlugin,
  homePlugin,
  searchPlugin,
  userSettingsPlugin,
  homeLayoutModule,
  navModule,
  signInModule,
];

export default createApp({ features }).createRoot();
