import {
  bodyDeliveryId,
  readDelivery,
  refuseTimedSignature,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

/** Ids of Rootly; anything else is no part of an address. */
export const ID = /^[A-Za-z0-9_-]{1,64}$/;

const text = z.string().nullish().catch(undefined);

const bodySchema = z.looseObject({
  event: z.looseObject({ id: text, type: z.string().min(1).max(200) }),
  data: z
    .looseObject({
      id: z
        .union([z.string(), z.number()])
        .transform(String)
        .nullish()
        .catch(undefined),
      incident_id: text,
    })
    .nullish()
    .catch(undefined),
});

/**
 * Checks what Rootly sends. It holds the incident as it was: it is read again.
 *
 * @param now - milliseconds since the epoch
 */
export function receive(
  delivery: WebhookDelivery,
  secret: string,
  now: number,
): WebhookVerdict {
  const reason = refuseTimedSignature(delivery, {
    secret,
    header: 'x-rootly-signature',
    now,
  });
  if (reason) return { kind: 'refused', reason };
  const body = readDelivery(delivery, bodySchema);
  if (body.kind === 'unreadable') {
    return { ...body, deliveryId: bodyDeliveryId(delivery) };
  }
  const { event, data } = body.data;
  const own = event.type.startsWith('incident.') ? data?.id : undefined;
  const id = data?.incident_id ?? own;
  return {
    kind: 'accepted',
    deliveryId: event.id ?? bodyDeliveryId(delivery),
    refresh: id && ID.test(id) ? [id] : [],
  };
}
