/**
 * Reads on-call rotations from Opsgenie and from Jira Service Management Operations.
 *
 * @packageDocumentation
 */
export { reliabilityModuleAtlassian as default } from './module';
