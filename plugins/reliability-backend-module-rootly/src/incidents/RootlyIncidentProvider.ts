import { IncidentSubject } from '@plimsoll/backstage-plugin-reliability-common';
import {
  EndOfPages,
  IncidentBatch,
  IncidentProvider,
  IncidentReadOptions,
  ProviderHealth,
  ProviderRuntime,
  readEach,
  subjectIds,
  unlessNotFound,
} from '@plimsoll/backstage-plugin-reliability-node';
import { WholeAnswer } from './answers';
import { RootlyIncidentConfig } from './config';
import { afterPage, atTheBeginning, nextPass, places } from './place';
import { ID, receive } from './receive';
import { RootlyIncidentClient } from './RootlyIncidentClient';
import { toIncident } from './toIncident';

const WIDTH = 2;

/** Incidents of one account at Rootly. */
export class RootlyIncidentProvider implements IncidentProvider {
  readonly account: string;
  readonly type = 'rootly';
  readonly kinds = ['service', 'service-id'];
  readonly receive?: IncidentProvider['receive'];
  private readonly client: RootlyIncidentClient;

  constructor(
    config: RootlyIncidentConfig,
    private readonly runtime: ProviderRuntime,
  ) {
    const { name, webhookSecret } = config;
    this.account = name;
    this.client = new RootlyIncidentClient(config, runtime);
    if (webhookSecret) {
      this.receive = (delivery, now) => receive(delivery, webhookSecret, now);
    }
  }

  subjectsOf(
    annotations: Readonly<Record<string, string>>,
  ): Pick<IncidentSubject, 'kind' | 'id'>[] {
    const of = (annotation: string, kind: string) =>
      subjectIds(annotations[`rootly.com/${annotation}`]).map(id => ({
        kind,
        id,
      }));
    return [
      ...of('service-slug', 'service'),
      ...of('service-id', 'service-id'),
    ];
  }

  /** One list serves history and changes: what changed after a time, the oldest change first. */
  async *read({
    cursor,
    since,
    signal,
  }: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    signal.throwIfAborted();
    let place = places.read(cursor) ?? atTheBeginning(since);
    const end = new EndOfPages(this.account);
    for (;;) {
      const page = await this.client.page(place.since, place.page, signal);
      const incidents = this.told(page.incidents);
      if (!page.hasMore) {
        const next = nextPass(place, page.incidents, this.runtime.now());
        yield { incidents, gone: [], cursor: places.write(next) };
        return;
      }
      place = afterPage(place, page.incidents);
      end.check(
        page.incidents.map(({ incident }) => incident.id),
        places.write(place),
      );
      yield {
        incidents,
        gone: [],
        cursor: places.write(place),
        // In the order of changes: until the end nothing is known for sure.
        ...(place.history && { backfilledTo: this.runtime.now() }),
      };
    }
  }

  async readSome(
    externalIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Pick<IncidentBatch, 'incidents' | 'gone'>> {
    const { found, gone } = await readEach(externalIds, {
      wanted: ID,
      width: WIDTH,
      read: id => unlessNotFound(this.client.incident(id, signal)),
    });
    return { incidents: this.told(found), gone };
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  private told(answers: readonly WholeAnswer[]) {
    const now = this.runtime.now();
    return answers.map(answer => toIncident(answer, now));
  }
}
