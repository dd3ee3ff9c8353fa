import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { PushFactsRequest } from '@plimsoll/backstage-plugin-reliability-common';

/** What a source of facts is asked for. @public */
export interface FactSourceReadOptions {
  /** References of the services, in lower case; facts of others are rejected. */
  readonly entityRefs: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Something that Plimsoll reads facts from, on a schedule.
 *
 * @public
 */
export interface FactSource {
  /**
   * In CEL `facts["<name>/<key>"]`: lower-case letters, digits, dots, dashes and underscores.
   */
  readonly name: string;
  /** Default: 900. */
  readonly everySeconds?: number;
  /**
   * Reads facts, in batches that are stored as they come. Facts that are not there stay as they are, with their age.
   *
   * @throws Error when the source gives no answer; what came before is kept
   */
  read(
    options: FactSourceReadOptions,
  ): AsyncIterable<PushFactsRequest['facts']>;
}

/** @public */
export interface ReliabilityFactSourcesExtensionPoint {
  /** @throws Error when the name is taken, or cannot stand in CEL */
  addSource(source: FactSource): void;
}

/**
 * For modules that read facts from another plugin, such as
 * `@plimsoll/backstage-plugin-reliability-backend-module-tech-insights`.
 *
 * @public
 */
export const reliabilityFactSourcesExtensionPoint =
  createExtensionPoint<ReliabilityFactSourcesExtensionPoint>({
    id: 'reliability.fact-sources',
  });
