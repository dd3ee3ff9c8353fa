import {
  bodyDeliveryId,
  readDelivery,
  refuseSharedSecret,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { maybe, text } from '../../answers';

/** Ids of Opsgenie; anything else is no part of an address. */
export const ID = /^[A-Za-z0-9-]{1,64}$/;

/** A header that is set up with the webhook. */
export const SECRET_HEADER = 'x-plimsoll-secret';

const bodySchema = z.object({
  alert: maybe(z.object({ details: maybe(z.object({ 'incident-id': text })) })),
  incident: maybe(z.object({ id: text, incidentId: text })),
});

/**
 * Checks what Opsgenie sends. It signs nothing: a secret comes along in a header. What it sends is about alerts;
 * those of an incident name it in their details.
 */
export function receive(
  delivery: WebhookDelivery,
  secret: string,
): WebhookVerdict {
  const options = { secret, header: SECRET_HEADER };
  const reason = refuseSharedSecret(delivery, options);
  if (reason) return { kind: 'refused', reason };
  const deliveryId = bodyDeliveryId(delivery);
  const body = readDelivery(delivery, bodySchema);
  if (body.kind === 'unreadable') return { ...body, deliveryId };
  const { alert, incident } = body.data;
  const id =
    alert?.details?.['incident-id'] ?? incident?.id ?? incident?.incidentId;
  return {
    kind: 'accepted',
    deliveryId,
    refresh: id && ID.test(id) ? [id] : [],
  };
}
