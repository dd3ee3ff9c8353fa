/**
 * For backend modules that feed Plimsoll, or bring what it has to say to people.
 *
 * @packageDocumentation
 */
export {
  reliabilityFactsServiceRef,
  type ReliabilityFactsService,
} from './reliabilityFacts';
export {
  reliabilityNotifierExtensionPoint,
  type ReliabilityNotification,
  type ReliabilityNotifier,
  type ReliabilityNotifierExtensionPoint,
} from './notifier';
