import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { LocalApi } from '../http/LocalApi';
import { registerChangeActions } from './changeActions';
import { registerProposeAction } from './proposeAction';
import { registerServiceActions } from './serviceActions';
import { registerWorkActions } from './workActions';

/**
 * What agents may do, over Backstage's actions. Each runs with the credentials of whoever calls and sees what they
 * may see. None signs, exempts, waives or sets a tier: people do.
 */
export function registerActions(
  registry: ActionsRegistryService,
  { local, auditor }: { local: LocalApi; auditor: AuditorService },
): void {
  registerServiceActions(registry, local);
  registerChangeActions(registry, local);
  registerWorkActions(registry, local);
  registerProposeAction(registry, local, auditor);
}
