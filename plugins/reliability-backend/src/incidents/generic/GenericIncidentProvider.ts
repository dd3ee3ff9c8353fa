import {
  bodyDeliveryId,
  IncidentProvider,
  ProviderRuntime,
  refuseBodySignature,
  refuseSharedSecret,
  refuseTimedSignature,
  WebhookDelivery,
  WebhookRefusal,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { GENERIC, GenericConfig } from './genericConfig';
import { readBody } from './readBody';
import { SERVICE } from './toIncident';

/** `t=<seconds>,v1=<hex>` over time, dot and body; or `sha256=<hex>` over the body. */
export const SIGNATURE_HEADER = 'x-plimsoll-signature';

/** The secret itself, for tools that can sign nothing. */
export const SECRET_HEADER = 'x-plimsoll-secret';

const BODY_PREFIX = 'sha256=';

/** Problems of one delivery that are told to the log. */
const MOST_LOGGED = 5;

function refuse(
  delivery: WebhookDelivery,
  secret: string,
  now: number,
): WebhookRefusal | undefined {
  const signature = delivery.headers[SIGNATURE_HEADER];
  if (signature === undefined) {
    return refuseSharedSecret(delivery, { secret, header: SECRET_HEADER });
  }
  const header = SIGNATURE_HEADER;
  return signature.trim().startsWith(BODY_PREFIX)
    ? refuseBodySignature(delivery, { secret, header, prefix: BODY_PREFIX })
    : refuseTimedSignature(delivery, { secret, header, now });
}

/**
 * Incidents of anything that can send JSON. The account cannot be asked: what it sends is all that is known of it.
 */
export class GenericIncidentProvider implements IncidentProvider {
  readonly account: string;
  readonly type = GENERIC;
  readonly kinds = [SERVICE];
  private readonly secret: string;

  constructor(
    { name, webhookSecret }: GenericConfig,
    private readonly runtime: Pick<ProviderRuntime, 'logger'>,
  ) {
    this.account = name;
    this.secret = webhookSecret;
  }

  /** Only Plimsoll's own annotation names them. */
  subjectsOf(): [] {
    return [];
  }

  receive(delivery: WebhookDelivery, now: number): WebhookVerdict {
    const reason = refuse(delivery, this.secret, now);
    if (reason) return { kind: 'refused', reason };
    const deliveryId = bodyDeliveryId(delivery);
    const { incidents, problems } = readBody(delivery, now);
    if (incidents.length === 0 && problems.length > 0) {
      return { kind: 'unreadable', deliveryId, message: problems[0] };
    }
    for (const problem of problems.slice(0, MOST_LOGGED)) {
      this.runtime.logger.warn(
        `An incident that "${this.account}" sent cannot be read: ${problem}`,
      );
    }
    return { kind: 'accepted', deliveryId, refresh: [], incidents };
  }
}
