/**
 * Sends the daily digest of Plimsoll through Backstage's notifications plugin.
 *
 * @packageDocumentation
 */
export { reliabilityModuleNotifications as default } from './module';
