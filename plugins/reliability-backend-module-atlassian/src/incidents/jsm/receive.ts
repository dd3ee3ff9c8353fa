import {
  bodyDeliveryId,
  readDelivery,
  refuseBodySignature,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { maybe } from '../../answers';

/** Ids of issues; anything else is no part of a query. */
export const ID = /^\d{1,19}$/;

const bodySchema = z.object({
  issue: maybe(z.object({ id: z.coerce.string() })),
});

/**
 * Checks what a webhook of Jira sends, which signs the body alone. What Jira calls the identifier of a delivery is
 * not signed: with another one an old delivery could be dressed up as a new one, so the body counts.
 */
export function receive(
  delivery: WebhookDelivery,
  secret: string,
): WebhookVerdict {
  const reason = refuseBodySignature(delivery, {
    secret,
    header: 'x-hub-signature',
    prefix: 'sha256=',
  });
  if (reason) return { kind: 'refused', reason };
  const deliveryId = bodyDeliveryId(delivery);
  const body = readDelivery(delivery, bodySchema);
  if (body.kind === 'unreadable') return { ...body, deliveryId };
  const id = body.data.issue?.id;
  return {
    kind: 'accepted',
    deliveryId,
    refresh: id && ID.test(id) ? [id] : [],
  };
}
