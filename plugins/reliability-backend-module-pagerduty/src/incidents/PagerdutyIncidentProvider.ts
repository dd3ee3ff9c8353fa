import { IncidentSubject } from '@plimsoll/backstage-plugin-reliability-common';
import {
  IncidentBatch,
  IncidentProvider,
  IncidentReadOptions,
  ProviderHealth,
  ProviderRuntime,
  readEach,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { isPagerdutyId, PAGERDUTY_ID, serviceIdsOf } from '../serviceIds';
import { PagerdutyIncidentConfig } from './config';
import { beginning, placeCursor } from './cursor';
import { IncidentClient } from './IncidentClient';
import { PeopleDirectory } from './PeopleDirectory';
import { readFeed } from './readFeed';
import { readHistory } from './readHistory';
import { ReadContext, whole } from './reading';
import { receiveEvent } from './receive';

/** The incidents of one account at PagerDuty. */
export class PagerdutyIncidentProvider implements IncidentProvider {
  readonly account: string;
  readonly type = 'pagerduty';
  readonly kinds = ['service'];
  /** Absent without a secret: then anybody could send deliveries. */
  readonly receive?: (delivery: WebhookDelivery) => WebhookVerdict;
  private readonly client: IncidentClient;
  private readonly people: PeopleDirectory;

  /** @param maxOffset - no list answers for a later item; default: 10,000 */
  constructor(
    private readonly config: PagerdutyIncidentConfig,
    private readonly runtime: ProviderRuntime,
    maxOffset?: number,
  ) {
    const { name, webhookSecret } = config;
    this.account = name;
    this.client = new IncidentClient(config, runtime, maxOffset);
    this.people = new PeopleDirectory(this.client, runtime, name);
    if (webhookSecret) {
      this.receive = delivery => receiveEvent(delivery, webhookSecret);
    }
  }

  subjectsOf(
    annotations: Readonly<Record<string, string>>,
  ): Pick<IncidentSubject, 'kind' | 'id'>[] {
    return serviceIdsOf(annotations, this.config).map(id => ({
      kind: 'service',
      id,
    }));
  }

  async *read(options: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    options.signal.throwIfAborted();
    const context = this.context(options);
    const { cursor } = options;
    const place = placeCursor.read(cursor) ?? beginning(this.runtime.now());
    yield* readFeed(context, yield* readHistory(context, place));
  }

  async readSome(
    externalIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Pick<IncidentBatch, 'incidents' | 'gone'>> {
    const { found, gone } = await readEach(externalIds, {
      wanted: PAGERDUTY_ID,
      read: id => this.client.one(id, signal),
    });
    const context = this.context({ since: 0, open: externalIds, signal });
    return { incidents: await whole(context, found), gone };
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  private context({
    since,
    open,
    signal,
  }: Omit<IncidentReadOptions, 'cursor'>): ReadContext {
    const { account, client, people, runtime } = this;
    const known = new Set(open.filter(isPagerdutyId));
    return { account, client, people, runtime, since, open: known, signal };
  }
}
