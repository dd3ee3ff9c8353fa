import {
  readDelivery,
  refuseBodySignature,
  bodyDeliveryId,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { isPagerdutyId } from '../serviceIds';
import { eventSchema } from './answers';

/**
 * Checks a delivery of a webhook subscription of version 3, and says which incident it is about. It carries no
 * time that is signed, as PagerDuty repeats for 48 hours what nobody took. So the id of the event counts,
 * which is signed, and not `x-webhook-id`, with which an old delivery could be dressed up as a new one.
 */
export function receiveEvent(
  delivery: WebhookDelivery,
  secret: string,
): WebhookVerdict {
  const reason = refuseBodySignature(delivery, {
    secret,
    header: 'x-pagerduty-signature',
    prefix: 'v1=',
  });
  if (reason) return { kind: 'refused', reason };
  const body = readDelivery(delivery, eventSchema);
  if (body.kind === 'unreadable') {
    return { ...body, deliveryId: bodyDeliveryId(delivery) };
  }
  const { id, data } = body.data.event;
  const incident = data?.type === 'incident' ? data.id : data?.incident?.id;
  return {
    kind: 'accepted',
    deliveryId: id,
    refresh: incident && isPagerdutyId(incident) ? [incident] : [],
  };
}
