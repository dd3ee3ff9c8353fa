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
  reliabilityFactSourcesExtensionPoint,
  type FactSource,
  type FactSourceReadOptions,
  type ReliabilityFactSourcesExtensionPoint,
} from './factSource';
export { PluginReader } from './PluginReader';
export { type PluginFacts, type PluginFactsRequest } from './PluginFactSource';
export { createPluginFactsModule } from './createPluginFactsModule';
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
  reliabilityIncidentProvidersExtensionPoint,
  type IncidentBatch,
  type IncidentProvider,
  type IncidentProviderFactory,
  type IncidentProvidersExtensionPoint,
  type IncidentReadOptions,
  type WebhookDelivery,
  type WebhookVerdict,
} from './incidentProvider';
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
export {
  readAnswer,
  strangeAnswer,
  understood,
  unlessNotFound,
  type AnswerOrigin,
} from './http/answers';
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
  readIncidentAccount,
  reportProblem,
  type AccountSchema,
  type ProblemContext,
} from './account';
export {
  bodyDeliveryId,
  equalSecrets,
  isSigned,
  readDelivery,
  refuseBodySignature,
  refuseSharedSecret,
  refuseStandardSignature,
  refuseTimedSignature,
  standardSecretProblem,
  webhookSecretProblem,
  type BodySignatureOptions,
  type DeliveryBody,
  type SharedSecretOptions,
  type SignatureEncoding,
  type TimedSignatureOptions,
  type WebhookRefusal,
} from './webhooks';
export {
  incidentCursor,
  inBatches,
  reportedStamps,
  subjectIds,
  timeOf,
  webAddress,
  type IncidentCursor,
  type StampTimes,
} from './incidents/reading';
export { EndOfPages } from './incidents/EndOfPages';
export { inParallel } from './incidents/inParallel';
export { readEach, type ReadEachOptions } from './incidents/readEach';
export {
  firstPass,
  nextPass,
  passPlaces,
  type PassPlace,
} from './incidents/passes';
