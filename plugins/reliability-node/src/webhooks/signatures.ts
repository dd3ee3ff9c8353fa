import { WebhookDelivery, WebhookVerdict } from '../incidentProvider';
import { equalSecrets, isSigned, SignatureEncoding } from './compare';

/** Why a delivery is not believed. @public */
export type WebhookRefusal = Extract<
  WebhookVerdict,
  { kind: 'refused' }
>['reason'];

/** A delivery that is signed at a time further from now is refused, as it may be an old one that is sent again. */
const REPLAY_WINDOW_MS = 5 * 60_000;
/** Seconds since the epoch have ten digits until the year 2286; more are milliseconds. */
const MOST_SECONDS = 99_999_999_999;

const listed = (text: string | undefined, separator: string) =>
  (text ?? '')
    .split(separator)
    .map(part => part.trim())
    .filter(Boolean);

const after = (prefix: string, parts: readonly string[]) =>
  parts.flatMap(part =>
    part.startsWith(prefix) ? [part.slice(prefix.length)] : [],
  );

function isInTime(text: string, now: number): boolean {
  const time = Number(text);
  const at = time > MOST_SECONDS ? time : time * 1000;
  return Math.abs(now - at) <= REPLAY_WINDOW_MS;
}

/** @public */
export interface BodySignatureOptions {
  readonly secret: string;
  /** In lower case. */
  readonly header: string;
  /** What stands before each signature, such as `v1=`; others are skipped. Default: nothing. */
  readonly prefix?: string;
  /** Default: hex */
  readonly encoding?: SignatureEncoding;
}

/**
 * Checks a signature over the body alone, one or several with commas: `v1=…,v1=…` of PagerDuty, the bare hex of
 * FireHydrant.
 *
 * @returns undefined when it is right
 * @public
 */
export function refuseBodySignature(
  { rawBody, headers }: WebhookDelivery,
  { secret, header, prefix = '', encoding = 'hex' }: BodySignatureOptions,
): WebhookRefusal | undefined {
  const signatures = after(prefix, listed(headers[header], ','));
  if (signatures.length === 0) return 'no-signature';
  return isSigned(secret, [rawBody], signatures, encoding)
    ? undefined
    : 'bad-signature';
}

/** @public */
export interface TimedSignatureOptions {
  readonly secret: string;
  /** In lower case. */
  readonly header: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Checks `t=<time>,v1=<hex>`, signed over time and body (Rootly), or over both with a dot between them, as others
 * who took up this form do.
 *
 * @returns undefined when it is right and not older than five minutes
 * @public
 */
export function refuseTimedSignature(
  { rawBody, headers }: WebhookDelivery,
  { secret, header, now }: TimedSignatureOptions,
): WebhookRefusal | undefined {
  const parts = listed(headers[header], ',');
  const [time] = after('t=', parts);
  const signatures = after('v1=', parts);
  if (!time || signatures.length === 0) return 'no-signature';
  // Digits only: a time that ends in a part of the body would be signed as well.
  if (!/^\d{1,14}$/.test(time)) return 'bad-signature';
  const isRight = ['', '.']
    .map(joint => isSigned(secret, [time, joint, rawBody], signatures, 'hex'))
    .includes(true);
  if (!isRight) return 'bad-signature';
  return isInTime(time, now) ? undefined : 'expired';
}

/**
 * The key of a secret of the Standard Webhooks form: `whsec_` and base64.
 *
 * @returns undefined when it is none; an empty or short key would let anybody sign
 */
function standardKey(secret: string): Buffer | undefined {
  const text = secret.replace(/^whsec_/, '');
  if (!/^[0-9a-z+/]+={0,2}$/i.test(text)) return undefined;
  const key = Buffer.from(text, 'base64');
  return key.length >= 12 ? key : undefined;
}

/**
 * What is wrong with a secret of the Standard Webhooks form; undefined: nothing. The answer does not repeat it.
 *
 * @public
 */
export const standardSecretProblem = (secret: string): string | undefined =>
  standardKey(secret) ? undefined : 'expected whsec_ and a key in base64';

/**
 * Checks a delivery by the Standard Webhooks specification, as Svix sends it: headers `webhook-id`,
 * `webhook-timestamp` and `webhook-signature` (or `svix-…`), signed over `id.timestamp.body`.
 *
 * @returns undefined when it is right and not older than five minutes
 * @public
 */
export function refuseStandardSignature(
  { rawBody, headers }: WebhookDelivery,
  { secret, now }: Pick<TimedSignatureOptions, 'secret' | 'now'>,
): WebhookRefusal | undefined {
  const header = (name: string) =>
    headers[`webhook-${name}`] ?? headers[`svix-${name}`];
  const [id, time] = [header('id'), header('timestamp')];
  const signatures = after('v1,', listed(header('signature'), ' '));
  if (!id || !time || signatures.length === 0) return 'no-signature';
  const key = standardKey(secret);
  if (!key || !/^\d{1,14}$/.test(time)) return 'bad-signature';
  if (!isSigned(key, [`${id}.${time}.`, rawBody], signatures, 'base64')) {
    return 'bad-signature';
  }
  return isInTime(time, now) ? undefined : 'expired';
}

/** @public */
export interface SharedSecretOptions {
  readonly secret: string;
  /** In lower case; of `authorization`, what follows `Bearer`. Absent: no header is looked at. */
  readonly header?: string;
  /** Name of a parameter of the address. Absent: the address is not looked at. */
  readonly parameter?: string;
}

/**
 * Checks a secret that is sent along, of vendors that sign nothing: in a header, else in the address.
 *
 * @returns undefined when it is right
 * @public
 */
export function refuseSharedSecret(
  { headers, url }: WebhookDelivery,
  { secret, header, parameter }: SharedSecretOptions,
): WebhookRefusal | undefined {
  const inHeader = header && headers[header]?.replace(/^bearer\s+/i, '');
  const [, query = ''] = url.split('?', 2);
  const given =
    inHeader || (parameter && new URLSearchParams(query).get(parameter));
  if (!given) return 'no-signature';
  return secret && equalSecrets(given, secret) ? undefined : 'bad-signature';
}

/**
 * What is wrong with a secret that is shared with a vendor; undefined: nothing. The answer does not repeat it.
 *
 * @public
 */
export const webhookSecretProblem = (secret: string): string | undefined =>
  /^[\x21-\x7e]{16,}$/.test(secret)
    ? undefined
    : 'expected at least 16 characters, without spaces';
