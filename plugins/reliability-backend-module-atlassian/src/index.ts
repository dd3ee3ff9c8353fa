/**
 * Reads on-call rotations and incidents from Opsgenie and from Jira Service Management.
 *
 * @packageDocumentation
 */
export { reliabilityModuleAtlassian as default } from './module';
