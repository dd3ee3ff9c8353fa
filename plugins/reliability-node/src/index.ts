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
export {
  reliabilitySliSourcesExtensionPoint,
  SliSourceError,
  type ReportedSlo,
  type RuleSubject,
  type SliCallOptions,
  type SliQueryProblem,
  type SliRequest,
  type SliSource,
  type SliSourceFactory,
  type SliSourceFailure,
  type SliSourcesExtensionPoint,
  type SloRules,
  type SloStatusSource,
} from './sliSource';
