import { LoggerService } from '@backstage/backend-plugin-api';
import {
  IncidentProvider,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { Stores } from '../../database/stores';
import { soundIncident } from '../soundIncident';
import { DeliveryStore } from './DeliveryStore';
import { DeliveryWorker } from './DeliveryWorker';

/** What became of a webhook. */
export type WebhookOutcome =
  | { readonly kind: 'accepted'; readonly duplicate: boolean }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown-account' };

/** Somebody who forges webhooks must not fill the log. */
const LOGGED_EVERY = 60_000;

const LONGEST_ID = 200;

/** An incident that cannot be kept must not keep the others of its delivery from it. */
function sound(
  incidents: Extract<WebhookVerdict, { kind: 'accepted' }>['incidents'],
) {
  return (incidents ?? []).flatMap(incident => {
    try {
      return [soundIncident(incident)];
    } catch {
      return [];
    }
  });
}

const idOf = (id: string) =>
  id.length > LONGEST_ID || id.includes('\0')
    ? `sha256:${createHash('sha256').update(id).digest('hex')}`
    : id;

/** Takes webhooks: whoever sent one is believed only when its provider says so, and then it is not lost any more. */
export class WebhookService {
  private readonly refused = new Map<string, { at: number; count: number }>();

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly incidentProviders: readonly IncidentProvider[];
      readonly deliveryWorker: Pick<DeliveryWorker, 'nudge'>;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {}

  /**
   * Checks a webhook and keeps what it says is to be done; the incidents are read after it was answered.
   *
   * @throws whatever the database or a broken module throws: the provider sends it again
   */
  async receive(
    type: string,
    name: string,
    delivery: WebhookDelivery,
  ): Promise<WebhookOutcome> {
    const { incidentProviders, now } = this.options;
    const provider = incidentProviders.find(
      candidate => candidate.account === name && candidate.type === type,
    );
    if (!provider?.receive) return { kind: 'unknown-account' };
    const verdict = provider.receive(delivery, now());
    if (verdict.kind === 'refused') {
      this.logRefused(name, verdict.reason);
      return { kind: 'refused' };
    }
    const isNew = await this.keep(name, verdict);
    if (isNew && verdict.kind === 'accepted') {
      this.options.deliveryWorker.nudge(name);
    }
    return { kind: 'accepted', duplicate: !isNew };
  }

  private async keep(
    account: string,
    verdict: Exclude<WebhookVerdict, { kind: 'refused' }>,
  ): Promise<boolean> {
    const { knex, stores, logger, now } = this.options;
    const id = idOf(verdict.deliveryId);
    if (verdict.kind === 'unreadable') {
      logger.warn(
        `A webhook of "${account}" cannot be read: ${verdict.message.slice(
          0,
          300,
        )}`,
      );
    }
    const work: Pick<
      Parameters<DeliveryStore['insert']>[1],
      'refresh' | 'incidents' | 'error'
    > =
      verdict.kind === 'accepted'
        ? { refresh: verdict.refresh, incidents: sound(verdict.incidents) }
        : { refresh: [], incidents: [], error: verdict.message.slice(0, 300) };
    return stores.incidentDeliveries.insert(
      knex,
      { account, id, ...work },
      now(),
    );
  }

  private logRefused(account: string, reason: string): void {
    const { logger, now } = this.options;
    const last = this.refused.get(account) ?? { at: -Infinity, count: 0 };
    const count = last.count + 1;
    if (now() - last.at < LOGGED_EVERY) {
      this.refused.set(account, { ...last, count });
      return;
    }
    this.refused.set(account, { at: now(), count: 0 });
    logger.warn(
      `Refused ${count} webhook${
        count === 1 ? '' : 's'
      } of "${account}" (${reason})`,
    );
  }
}
