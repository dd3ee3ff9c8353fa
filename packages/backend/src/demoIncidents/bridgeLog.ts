import { ResponseError } from '@backstage/errors';
import { DemoRecord } from './readDemoIncidents';
import { sentIncident, signatureOf } from './records';

/** Name of the account in app-config.yaml, of type `generic`. */
const ACCOUNT = 'bridge-log';

/** What app-config.yaml gives as the secret of the account; it is none. */
export const BRIDGE_SECRET = 'not-a-secret-of-the-demo';

/**
 * Sends what the ships have written down, as they would: signed JSON.
 *
 * @param baseUrl - of the reliability backend
 * @throws ResponseError when it was not taken
 */
export async function sendBridgeLog(
  records: readonly DemoRecord[],
  { baseUrl, since, now }: { baseUrl: string; since: number; now: number },
): Promise<void> {
  const incidents = records.map(record => sentIncident(record, since));
  const body = JSON.stringify({ incidents });
  const response = await fetch(`${baseUrl}/webhooks/generic/${ACCOUNT}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-plimsoll-signature': signatureOf(body, BRIDGE_SECRET, now),
    },
    body,
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
}
