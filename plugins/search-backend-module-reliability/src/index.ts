/**
 * Puts incidents and published postmortems into the search of the portal.
 *
 * @packageDocumentation
 */
export { searchModuleReliability as default } from './module';
