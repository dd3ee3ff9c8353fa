/**
 * Reads on-call rotations from incident.io.
 *
 * @packageDocumentation
 */
export { reliabilityModuleIncidentIo as default } from './module';
