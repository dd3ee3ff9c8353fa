import { createPluginFactsModule } from '@plimsoll/backstage-plugin-reliability-node';
import { techInsightsFacts } from './techInsightsFacts';

/**
 * Reads checks of Tech Insights as facts.
 * @public
 */
export const reliabilityModuleTechInsights =
  createPluginFactsModule(techInsightsFacts);
