import {
  readDelivery,
  refuseStandardSignature,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { text } from '../answers';

/** Ids of incident.io; anything else is no part of an address. */
export const ID = /^[A-Za-z0-9_-]{1,64}$/;

const bodySchema = z.looseObject({ event_type: z.string().min(1).max(200) });

const payloadSchema = z.object({
  id: text,
  incident_id: text,
  related_incidents: z
    .array(z.object({ id: text }).nullish().catch(undefined))
    .nullish()
    .catch(undefined),
});

type Payload = z.output<typeof payloadSchema>;

/** Of events about a follow-up or a document of a private incident only the id of that is told. */
function incidentsOf(event: string, payload: Payload): string[] {
  const own = /^(public|private)_incident\.incident_/.test(event)
    ? [payload.id]
    : [
        payload.incident_id,
        ...(payload.related_incidents ?? []).map(each => each?.id),
      ];
  return [...new Set(own.flatMap(id => (id && ID.test(id) ? [id] : [])))];
}

/**
 * Checks what incident.io sends, as the Standard Webhooks specification has it. Events come in any order and hold
 * the incident as it was: it is read again.
 *
 * @param now - milliseconds since the epoch
 */
export function receive(
  delivery: WebhookDelivery,
  secret: string,
  now: number,
): WebhookVerdict {
  const reason = refuseStandardSignature(delivery, { secret, now });
  if (reason) return { kind: 'refused', reason };
  const deliveryId =
    delivery.headers['webhook-id'] ?? delivery.headers['svix-id'] ?? '';
  const body = readDelivery(delivery, bodySchema);
  if (body.kind === 'unreadable') return { ...body, deliveryId };
  const event = body.data.event_type;
  const payload = payloadSchema.safeParse(body.data[event]);
  if (!payload.success) {
    const message = 'The body does not hold what its event is about.';
    return { kind: 'unreadable', deliveryId, message };
  }
  return {
    kind: 'accepted',
    deliveryId,
    refresh: incidentsOf(event, payload.data),
  };
}
