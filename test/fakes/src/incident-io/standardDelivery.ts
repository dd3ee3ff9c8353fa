import { createHmac } from 'node:crypto';
import { FakeDelivery } from '../delivery';

/**
 * Signs a body by the Standard Webhooks specification.
 *
 * @param secret - `whsec_` and base64
 * @param now - milliseconds since the epoch
 */
export function standardDelivery(
  body: string,
  {
    secret,
    id,
    now,
    url,
  }: {
    readonly secret: string;
    readonly id: string;
    readonly now: number;
    readonly url: string;
  },
): FakeDelivery {
  const timestamp = `${Math.floor(now / 1000)}`;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    rawBody: Buffer.from(body),
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    url,
  };
}
