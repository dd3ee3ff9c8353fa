/**
 * Reads on-call rotations from Grafana OnCall and Grafana Cloud IRM.
 *
 * @packageDocumentation
 */
export { reliabilityModuleGrafana as default } from './module';
