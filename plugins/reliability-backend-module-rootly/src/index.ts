/**
 * Reads on-call rotations from Rootly.
 *
 * @packageDocumentation
 */
export { reliabilityModuleRootly as default } from './module';
