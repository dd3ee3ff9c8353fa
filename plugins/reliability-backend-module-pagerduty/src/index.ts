/**
 * Reads on-call rotations from PagerDuty.
 *
 * @packageDocumentation
 */
export { reliabilityModulePagerduty as default } from './module';
