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
export {
  reliabilityOncallProvidersExtensionPoint,
  type OncallProvider,
  type OncallProviderFactory,
  type OncallProvidersExtensionPoint,
  type OncallReadOptions,
  type ProviderHealth,
  type ProviderPerson,
  type ProviderRuntime,
  type RotationFailure,
  type RotationReading,
} from './oncallProvider';
export {
  concernsOneRotation,
  ProviderError,
  type ProviderFailure,
} from './http/ProviderError';
export {
  type ProviderClient,
  type ProviderHttpOptions,
  type ProviderPage,
  type ProviderPagesOptions,
  type ProviderReply,
  type ProviderRequest,
  type RateLimit,
  type RateLimitReader,
} from './http/ProviderHttp';
export { createProviderHttp } from './http/createProviderHttp';
export {
  rateLimitEpoch,
  rateLimitSeconds,
  retryAfter,
  type RateLimitHeaders,
} from './http/limits';
export {
  ProviderLookup,
  type Allowance,
  type Found,
  type ProviderLookupOptions,
} from './lookup/ProviderLookup';
export {
  readInGroups,
  type ReadInGroupsOptions,
  type RotationGroup,
} from './lookup/readInGroups';
export { readableRefs, type ReadableRefsOptions } from './lookup/readableRefs';
export {
  baseUrlProblem,
  commaList,
  readAccount,
  type AccountSchema,
} from './account';
