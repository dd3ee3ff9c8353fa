/**
 * Reads checks of Tech Insights as facts.
 *
 * @packageDocumentation
 */
export {};
