/**
 * Counts the events of SLOs in Prometheus, and writes rules for it.
 *
 * @packageDocumentation
 */
export { reliabilityModulePrometheus as default } from './module';
