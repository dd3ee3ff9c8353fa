import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { DemoSignInPage } from 'app-shared';

/** Everybody is an engineer of the demo company: see `auth` in app-config.yaml. */
const demoSignIn = SignInPageBlueprint.make({
  params: { loader: async () => DemoSignInPage },
});

export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [demoSignIn],
});
