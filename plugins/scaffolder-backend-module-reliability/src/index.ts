/**
 * An action for software templates that asks whether a service may take more change.
 *
 * @packageDocumentation
 */
export { scaffolderModuleReliability as default } from './module';
