import { createHmac } from 'node:crypto';
import { WebhookDelivery } from '@plimsoll/backstage-plugin-reliability-node';
import { SIGNATURE_HEADER } from '../GenericIncidentProvider';

export const SECRET = 'secretOfTheGenericOne';
export const PATH = '/webhooks/generic/main';

/** The signature of a body at a time; milliseconds since the epoch. */
export function signatureOf(
  body: string,
  now: number,
  secret = SECRET,
): string {
  const seconds = Math.floor(now / 1000);
  const hmac = createHmac('sha256', secret).update(`${seconds}.${body}`);
  return `t=${seconds},v1=${hmac.digest('hex')}`;
}

/** A delivery that is rightly signed. */
export const signed = (body: string, now: number): WebhookDelivery => ({
  rawBody: Buffer.from(body),
  headers: { [SIGNATURE_HEADER]: signatureOf(body, now) },
  url: PATH,
});
