import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import {
  EndOfPages,
  inBatches,
  IncidentBatch,
  IncidentProvider,
  IncidentReadOptions,
  ProviderError,
  ProviderHealth,
  ProviderRuntime,
  subjectIds,
} from '@plimsoll/backstage-plugin-reliability-node';
import { ServicenowConfig } from './config';
import {
  afterPage,
  atTheBeginning,
  nextPass,
  Place,
  places,
  SKEW_MS,
} from './place';
import { Problems } from './Problems';
import { receive } from './receive';
import { ID, idOf, Row, valueOf } from './rows';
import { PAGE, ServicenowClient } from './ServicenowClient';
import { KINDS, Reading, toIncident } from './toIncident';

type Some = Pick<IncidentBatch, 'incidents' | 'gone'>;

const SWEEP_MS = 3600_000;
/** Read again in one batch at the most. */
const MOST = 400;

/** Incidents of one instance of ServiceNow. */
export class ServicenowProvider implements IncidentProvider {
  readonly account: string;
  readonly type = 'servicenow';
  readonly kinds = KINDS;
  readonly receive?: IncidentProvider['receive'];
  private readonly client: ServicenowClient;
  private readonly problems: Problems;
  private readonly reading: Reading;

  constructor(
    config: ServicenowConfig,
    private readonly runtime: ProviderRuntime,
  ) {
    const { name, baseUrl, children, webhookSecret } = config;
    this.account = name;
    this.client = new ServicenowClient(config, runtime);
    this.problems = new Problems(this.client, runtime, name);
    this.reading = { baseUrl, childrenAreMerged: children === 'merged' };
    if (webhookSecret) {
      this.receive = delivery => receive(delivery, webhookSecret);
    }
  }

  subjectsOf(annotations: Readonly<Record<string, string>>) {
    return subjectIds(annotations['servicenow.com/entity-id']).map(id => ({
      kind: 'entity-id',
      id,
    }));
  }

  /** The table tells what changed in its order: history, then changes, then what was found out since. */
  async *read({
    cursor,
    since,
    open,
    signal,
  }: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    signal.throwIfAborted();
    await this.client.checkColumns(signal);
    const now = this.runtime.now();
    let place = places.read(cursor) ?? atTheBeginning(since, now);
    const isHistory = place.since !== undefined;
    const read = new Set<string>();
    const isWanted = ({ externalId, stamps }: ReportedIncident) =>
      open.includes(externalId) || (stamps.declared?.at ?? since) >= since;
    const start = isHistory ? place : { ...place, began: place.began ?? now };
    for await (const [batch, next] of this.pass(start, signal)) {
      place = next;
      for (const { externalId } of batch.incidents) read.add(externalId);
      yield { ...batch, incidents: batch.incidents.filter(isWanted) };
    }
    if (isHistory) return;
    for await (const batch of this.again(place, open, read, signal)) {
      yield { ...batch, incidents: batch.incidents.filter(isWanted) };
    }
  }

  async readSome(
    externalIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Some> {
    const ids = externalIds.filter(id => ID.test(id));
    const rows = await this.client.incidents('sys_id', ids, signal);
    const found = new Set(rows.map(idOf));
    return {
      incidents: await this.whole(rows, signal),
      gone: externalIds.filter(id => !found.has(id)),
    };
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  /** All pages from a place on, the last one with the place where the next pass begins. */
  private async *pass(
    from: Place,
    signal: AbortSignal,
  ): AsyncIterable<[IncidentBatch, Place]> {
    const began = from.began ?? this.runtime.now();
    const end = new EndOfPages(this.account);
    for (let place = from; ; ) {
      const { rows, hasMore } = await this.client.changes(place, signal);
      const next = afterPage(place, rows, PAGE);
      end.check(
        rows.map(row => `${idOf(row)} ${valueOf(row, 'sys_updated_on')}`),
        hasMore ? `${next.at} ${next.id} ${next.offset}` : undefined,
      );
      this.checkOrder(place, rows);
      const incidents = await this.whole(rows, signal);
      place = hasMore ? next : nextPass(next, began);
      yield [
        {
          incidents,
          gone: [],
          cursor: places.write(place),
          // The last change may be of the oldest incident: until the end nothing is known for sure.
          ...(hasMore && from.since !== undefined && { backfilledTo: began }),
        },
        place,
      ];
      if (!hasMore) return;
    }
  }

  /** A condition that the instance did not understand is left out by it, and everything comes. */
  private checkOrder({ at, id }: Place, rows: readonly Row[]): void {
    let last = `${at} ${id}`;
    for (const row of rows) {
      const here = `${valueOf(row, 'sys_updated_on')} ${idOf(row)}`;
      if (here <= last) {
        throw new ProviderError(
          'bad-answer',
          `Account "${this.account}" answers with other incidents than those that were asked for.`,
        );
      }
      last = here;
    }
  }

  /** What is not said to have changed: incidents whose problem did, and now and then those that are open. */
  private async *again(
    place: Place,
    open: readonly string[],
    read: ReadonlySet<string>,
    signal: AbortSignal,
  ): AsyncIterable<IncidentBatch> {
    const now = this.runtime.now();
    const problems = await this.problems.changedSince(
      place.learned - SKEW_MS,
      signal,
    );
    const rows = await this.client.incidents('problem_id', problems, signal);
    const others = rows.filter(row => !read.has(idOf(row)));
    for (const some of inBatches(others, MOST)) {
      const incidents = await this.whole(some, signal);
      yield { incidents, gone: [], cursor: places.write(place) };
    }
    const isDue = now - place.swept >= SWEEP_MS;
    const due = isDue ? open.filter(id => !read.has(id)) : [];
    for (const some of inBatches(due, MOST)) {
      const found = await this.readSome(some, signal);
      yield { ...found, cursor: places.write(place) };
    }
    const swept = isDue ? now : place.swept;
    const next = { ...place, learned: now, swept };
    yield { incidents: [], gone: [], cursor: places.write(next) };
  }

  private async whole(
    rows: readonly Row[],
    signal: AbortSignal,
  ): Promise<ReportedIncident[]> {
    const learned = await this.problems.of(rows, signal);
    return rows.map((row, index) =>
      toIncident(row, learned[index], this.reading),
    );
  }
}
