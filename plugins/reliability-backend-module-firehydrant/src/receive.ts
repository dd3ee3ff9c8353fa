import {
  bodyDeliveryId,
  readDelivery,
  refuseBodySignature,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

/** Ids of FireHydrant; anything else is no part of an address. */
export const ID = /^[A-Za-z0-9-]{1,64}$/;

const holder = z
  .object({
    id: z.string().nullish().catch(undefined),
    incident_id: z.string().nullish().catch(undefined),
    incident: z
      .object({ id: z.string().nullish().catch(undefined) })
      .nullish()
      .catch(undefined),
  })
  .nullish()
  .catch(undefined);

const bodySchema = z.looseObject({
  data: holder,
  event: z
    .object({ resource_type: z.string().nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});

/** Of an event about something else the incident that it belongs to; of one about an incident itself. */
function incidentOf({ data, event }: z.output<typeof bodySchema>) {
  const own = event?.resource_type === 'incident' ? data?.id : undefined;
  return data?.incident?.id ?? data?.incident_id ?? own;
}

/** Checks what FireHydrant sends. It holds the incident as it was: it is read again. */
export function receive(
  delivery: WebhookDelivery,
  secret: string,
): WebhookVerdict {
  const reason = refuseBodySignature(delivery, {
    secret,
    header: 'fh-signature',
  });
  if (reason) return { kind: 'refused', reason };
  const deliveryId = bodyDeliveryId(delivery);
  const body = readDelivery(delivery, bodySchema);
  if (body.kind === 'unreadable') return { ...body, deliveryId };
  const id = incidentOf(body.data);
  return {
    kind: 'accepted',
    deliveryId,
    refresh: id && ID.test(id) ? [id] : [],
  };
}
