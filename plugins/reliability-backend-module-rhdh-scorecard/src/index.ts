/**
 * Reads metrics of the Scorecard plugin of Red Hat Developer Hub as facts.
 *
 * @packageDocumentation
 */
export { reliabilityModuleRhdhScorecard as default } from './module';
