import { createPluginFactsModule } from '@plimsoll/backstage-plugin-reliability-node';
import { rhdhScorecardFacts } from './rhdhScorecardFacts';

/**
 * Reads metrics of the Scorecard plugin of Red Hat Developer Hub as facts.
 *
 * @public
 */
export const reliabilityModuleRhdhScorecard =
  createPluginFactsModule(rhdhScorecardFacts);
