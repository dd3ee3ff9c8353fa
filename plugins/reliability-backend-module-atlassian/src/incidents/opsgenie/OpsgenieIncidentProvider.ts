import { IncidentSubject } from '@plimsoll/backstage-plugin-reliability-common';
import {
  EndOfPages,
  inBatches,
  IncidentBatch,
  IncidentProvider,
  IncidentReadOptions,
  ProviderError,
  ProviderHealth,
  ProviderRuntime,
  readEach,
  timeOf,
  unlessNotFound,
} from '@plimsoll/backstage-plugin-reliability-node';
import { OpsgenieIncidentConfig } from '../config';
import { atTheBeginning, HistoryPlace } from '../history';
import { IncidentAnswer } from './answers';
import { IncidentPage, OpsgenieIncidentClient } from './OpsgenieIncidentClient';
import { afterPass, ChangesPlace, places } from './place';
import { ID, receive } from './receive';
import { selectedTags } from './selectedTags';
import { KINDS } from './toIncident';
import { WholeIncidents } from './WholeIncidents';

const HOUR_MS = 3600_000;
/** There is no feed of changes: what is younger is listed with each read. */
const OVERLAP_MS = 24 * HOUR_MS;
const PART = 100;

type Some = Pick<IncidentBatch, 'incidents' | 'gone'>;

const changedAt = ({ updatedAt, createdAt }: IncidentAnswer): number =>
  timeOf(updatedAt) ?? timeOf(createdAt) ?? 0;

/** Whether nothing new can be read of it; somebody may answer an alert of an open one, which is no change of it. */
const isKnown = (incident: IncidentAnswer, { seen }: ChangesPlace): boolean =>
  incident.status !== 'open' && seen[incident.id] === changedAt(incident);

/** Incidents of one account of Opsgenie. */
export class OpsgenieIncidentProvider implements IncidentProvider {
  readonly account: string;
  readonly type = 'opsgenie';
  readonly kinds = KINDS;
  readonly receive?: IncidentProvider['receive'];
  private readonly client: OpsgenieIncidentClient;
  private readonly incidents: WholeIncidents;

  constructor(
    config: OpsgenieIncidentConfig,
    private readonly runtime: ProviderRuntime,
  ) {
    const { name, webhookSecret, serviceTags = 'service:' } = config;
    this.account = name;
    this.client = new OpsgenieIncidentClient(config, runtime);
    this.incidents = new WholeIncidents(
      name,
      this.client,
      serviceTags,
      runtime,
    );
    if (webhookSecret) {
      this.receive = delivery => receive(delivery, webhookSecret);
    }
  }

  /** Tags that `opsgenie.com/component-selector` selects alerts by: incidents may carry them as well. */
  subjectsOf(
    annotations: Readonly<Record<string, string>>,
  ): Pick<IncidentSubject, 'kind' | 'id'>[] {
    return selectedTags(annotations['opsgenie.com/component-selector']).map(
      id => ({ kind: 'tag', id }),
    );
  }

  /** History by creation, the newest first; then what is young or open, and what was open. */
  async *read({
    cursor,
    since,
    open,
    signal,
  }: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    signal.throwIfAborted();
    const now = this.runtime.now();
    const place = places.read(cursor) ?? atTheBeginning(since, now);
    if (place.mode === 'changes') {
      yield* this.changes(place, open, signal);
      return;
    }
    const told = new Map<string, number>();
    yield* this.history(place, told, signal);
    yield* this.changes(afterPass(place.began, told), open, signal);
  }

  async readSome(
    externalIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Some> {
    const { found, gone } = await readEach(externalIds, {
      wanted: ID,
      read: id => unlessNotFound(this.client.incident(id, signal)),
    });
    return { incidents: await this.incidents.of(found, signal), gone };
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  private async *history(
    { since, began, before }: HistoryPlace,
    told: Map<string, number>,
    signal: AbortSignal,
  ): AsyncIterable<IncidentBatch> {
    const from = Math.floor(since);
    for await (const [page, isFresh] of this.pages(
      to => `createdAt >= ${from} AND createdAt <= ${to}`,
      before,
      signal,
    )) {
      const fresh = page.incidents.filter(({ id }) => isFresh(id));
      for (const each of fresh) told.set(each.id, changedAt(each));
      const next = page.more
        ? places.write({
            ...atTheBeginning(since, began),
            before: page.oldest ?? before,
          })
        : places.write(afterPass(began, told));
      yield {
        incidents: await this.incidents.of(fresh, signal),
        gone: [],
        cursor: next,
        ...(page.more && { backfilledTo: page.oldest ?? before }),
      };
    }
  }

  private async *changes(
    place: ChangesPlace,
    open: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<IncidentBatch> {
    const began = this.runtime.now();
    const cursor = places.write(place);
    const told = new Map<string, number>();
    const young = Math.floor(place.began - OVERLAP_MS);
    for (const query of [`createdAt >= ${young}`, 'status: open']) {
      const within = (to: number) => `${query} AND createdAt <= ${to}`;
      // A vendor whose clock is ahead of ours has incidents of the future.
      for await (const [page] of this.pages(within, began + HOUR_MS, signal)) {
        const fresh = page.incidents.filter(
          each => !told.has(each.id) && !isKnown(each, place),
        );
        for (const each of page.incidents) told.set(each.id, changedAt(each));
        if (fresh.length === 0) continue;
        yield {
          incidents: await this.incidents.of(fresh, signal),
          gone: [],
          cursor,
        };
      }
    }
    const missing = open.filter(id => !told.has(id));
    for (const part of inBatches(missing, PART)) {
      yield { ...(await this.readSome(part, signal)), cursor };
    }
    yield {
      incidents: [],
      gone: [],
      cursor: places.write(afterPass(began, told)),
    };
  }

  /** Goes back by the time of creation: an offset would jump over one when another is deleted. */
  private async *pages(
    query: (before: number) => string,
    from: number,
    signal: AbortSignal,
  ): AsyncIterable<[IncidentPage, (id: string) => boolean]> {
    const end = new EndOfPages(this.account);
    for (let before: number | undefined = from; before !== undefined; ) {
      const page: IncidentPage = await this.client.newest(
        query(Math.ceil(before)),
        signal,
      );
      const ids = page.incidents.map(({ id }) => id);
      const isFresh = end.check(ids, page.more);
      if (page.more && page.oldest === undefined) throw this.timeless();
      yield [page, isFresh];
      before = page.more ? page.oldest : undefined;
    }
  }

  private timeless(): ProviderError {
    return new ProviderError(
      'bad-answer',
      `Account "${this.account}" does not say when its incidents were created.`,
    );
  }
}
