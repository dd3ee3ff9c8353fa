import { createHmac } from 'node:crypto';
import { FakeDelivery } from '../delivery';

/**
 * A body as version 3 of the webhooks sends it.
 *
 * @param secrets - while a secret is changed there are two, and a signature by each
 */
export function signedDelivery(
  body: string,
  secrets: readonly string[],
  deliveryId: string,
): FakeDelivery {
  const rawBody = Buffer.from(body, 'utf8');
  const signatures = secrets.map(
    secret =>
      `v1=${createHmac('sha256', secret).update(rawBody).digest('hex')}`,
  );
  return {
    rawBody,
    headers: {
      'content-type': 'application/json',
      'x-webhook-id': deliveryId,
      'x-pagerduty-signature': signatures.join(','),
    },
    url: '',
  };
}
