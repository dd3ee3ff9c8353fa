import {
  bodyDeliveryId,
  readDelivery,
  refuseSharedSecret,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { ID } from './StatusPage';

const schema = z.looseObject({
  incident: z.object({ id: z.string() }).nullish().catch(undefined),
});

/** Checks what a page sends to its subscribers. It signs nothing and sends no headers: a secret is in the address. */
export function receive(
  delivery: WebhookDelivery,
  secret: string,
): WebhookVerdict {
  const reason = refuseSharedSecret(delivery, { secret, parameter: 'secret' });
  if (reason) return { kind: 'refused', reason };
  const deliveryId = bodyDeliveryId(delivery);
  const body = readDelivery(delivery, schema);
  if (body.kind === 'unreadable') return { ...body, deliveryId };
  const id = body.data.incident?.id;
  return {
    kind: 'accepted',
    deliveryId,
    refresh: id && ID.test(id) ? [id] : [],
  };
}
