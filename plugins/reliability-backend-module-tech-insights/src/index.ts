/**
 * Reads checks of Tech Insights as facts.
 *
 * @packageDocumentation
 */
export { reliabilityModuleTechInsights as default } from './module';
