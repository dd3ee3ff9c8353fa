/**
 * Reads on-call rotations from calendar feeds.
 *
 * @packageDocumentation
 */
export { reliabilityModuleIcal as default } from './module';
