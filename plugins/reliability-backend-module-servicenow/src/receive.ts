import {
  bodyDeliveryId,
  readDelivery,
  refuseSharedSecret,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { ID } from './rows';

/** Holds the secret, as a business rule of the instance sends it. */
export const SECRET_HEADER = 'x-plimsoll-secret';

/** Without the time two changes of one incident would be the same delivery. */
const schema = z.looseObject({
  sys_id: z.string().min(1),
  sys_updated_on: z.string().min(1),
});

/** Checks what a business rule of the instance sends. It only says which incident to read again. */
export function receive(
  delivery: WebhookDelivery,
  secret: string,
): WebhookVerdict {
  const reason = refuseSharedSecret(delivery, {
    secret,
    header: SECRET_HEADER,
  });
  if (reason) return { kind: 'refused', reason };
  const deliveryId = bodyDeliveryId(delivery);
  const body = readDelivery(delivery, schema);
  if (body.kind === 'unreadable') return { ...body, deliveryId };
  const id = body.data.sys_id;
  return { kind: 'accepted', deliveryId, refresh: ID.test(id) ? [id] : [] };
}
