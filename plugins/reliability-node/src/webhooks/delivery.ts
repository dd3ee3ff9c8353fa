import { createHash } from 'node:crypto';
import { AccountSchema } from '../account';
import { WebhookDelivery } from '../incidentProvider';

/**
 * An id for a delivery of a vendor that gives it none: equal bodies are the same delivery.
 *
 * @public
 */
export const bodyDeliveryId = ({ rawBody }: WebhookDelivery): string =>
  `sha256:${createHash('sha256').update(rawBody).digest('hex')}`;

/** What a body says, or why it could not be understood. @public */
export type DeliveryBody<T> =
  | { readonly kind: 'read'; readonly data: T }
  | { readonly kind: 'unreadable'; readonly message: string };

/**
 * Parses the body of a delivery whose signature was found right.
 *
 * @returns a message that names the place and never what stands there
 * @public
 */
export function readDelivery<T>(
  { rawBody }: WebhookDelivery,
  schema: AccountSchema<T>,
): DeliveryBody<T> {
  let body: unknown;
  try {
    body = JSON.parse(rawBody.toString('utf8'));
  } catch {
    return { kind: 'unreadable', message: 'The body is no JSON.' };
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { kind: 'read', data: parsed.data };
  const places = parsed.error.issues
    .slice(0, 3)
    .map(({ path }) => path.map(String).join('.') || 'the whole');
  return {
    kind: 'unreadable',
    message: `The body is not what was expected, at: ${places.join(', ')}.`,
  };
}
