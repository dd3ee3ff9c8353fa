/**
 * Reads incidents from ServiceNow.
 *
 * @packageDocumentation
 */
export { reliabilityModuleServiceNow as default } from './module';
