/**
 * Reads on-call rotations and incidents from Rootly.
 *
 * @packageDocumentation
 */
export { reliabilityModuleRootly as default } from './module';
