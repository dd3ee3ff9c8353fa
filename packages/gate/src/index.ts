/**
 * Asks Plimsoll whether a service may take more change: for pipelines.
 *
 * @packageDocumentation
 */
export {};
