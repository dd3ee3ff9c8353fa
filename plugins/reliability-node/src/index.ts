/**
 * For backend modules that feed Plimsoll.
 *
 * @packageDocumentation
 */
export {
  reliabilityFactsServiceRef,
  type ReliabilityFactsService,
} from './reliabilityFacts';
