/**
 * Plimsoll's backend plugin for Backstage.
 *
 * @packageDocumentation
 */
export { reliabilityPlugin as default } from './plugin';
