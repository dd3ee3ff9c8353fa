/**
 * Reads incidents from Statuspage.
 *
 * @packageDocumentation
 */
export { reliabilityModuleStatuspage as default } from './module';
