/**
 * Reads on-call rotations and incidents from PagerDuty.
 *
 * @packageDocumentation
 */
export { reliabilityModulePagerduty as default } from './module';
