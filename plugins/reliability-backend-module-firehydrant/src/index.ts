/**
 * Reads incidents from FireHydrant.
 *
 * @packageDocumentation
 */
export { reliabilityModuleFireHydrant as default } from './module';
