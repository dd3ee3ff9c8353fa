/**
 * Reads on-call rotations and incidents from incident.io.
 *
 * @packageDocumentation
 */
export { reliabilityModuleIncidentIo as default } from './module';
