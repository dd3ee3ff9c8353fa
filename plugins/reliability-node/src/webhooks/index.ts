export { equalSecrets, isSigned, type SignatureEncoding } from './compare';
export { bodyDeliveryId, readDelivery, type DeliveryBody } from './delivery';
export {
  refuseBodySignature,
  refuseSharedSecret,
  refuseStandardSignature,
  refuseTimedSignature,
  standardSecretProblem,
  webhookSecretProblem,
  type BodySignatureOptions,
  type SharedSecretOptions,
  type TimedSignatureOptions,
  type WebhookRefusal,
} from './signatures';
