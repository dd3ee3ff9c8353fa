import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How a signature is written. @public */
export type SignatureEncoding = 'hex' | 'base64';

const digest = (value: string | Buffer) =>
  createHash('sha256').update(value).digest();

/**
 * Whether two secrets are equal, in a time that tells nothing about where they differ or how long they are.
 *
 * @public
 */
export const equalSecrets = (given: string, wanted: string): boolean =>
  timingSafeEqual(digest(given), digest(wanted));

const decoded: Record<SignatureEncoding, (text: string) => Buffer> = {
  // Buffer.from stops at the first character that is not one: what follows would count for nothing.
  hex: text => Buffer.from(/^([0-9a-f]{2})+$/i.test(text) ? text : '', 'hex'),
  base64: text =>
    Buffer.from(/^[0-9a-z+/]+={0,2}$/i.test(text) ? text : '', 'base64'),
};

/**
 * Whether one of some signatures is the HMAC-SHA256 of a content (RFC 2104). All are compared in constant time,
 * whichever is right.
 *
 * @param key - an empty key signs nothing: anybody could know it
 * @param content - the very bytes that came
 * @public
 */
export function isSigned(
  key: string | Buffer,
  content: readonly (string | Buffer)[],
  signatures: readonly string[],
  encoding: SignatureEncoding,
): boolean {
  if (key.length === 0) return false;
  const hmac = createHmac('sha256', key);
  for (const part of content) hmac.update(part);
  const wanted = hmac.digest();
  return signatures
    .map(text => {
      const given = decoded[encoding](text);
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    })
    .includes(true);
}
