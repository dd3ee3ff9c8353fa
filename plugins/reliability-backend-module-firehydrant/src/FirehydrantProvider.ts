import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import {
  EndOfPages,
  firstPass,
  IncidentBatch,
  IncidentProvider,
  IncidentReadOptions,
  nextPass,
  PassPlace,
  passPlaces,
  ProviderHealth,
  ProviderRuntime,
  readEach,
  subjectIds,
  unlessNotFound,
} from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer } from './answers';
import { FirehydrantConfig } from './config';
import { FirehydrantClient } from './FirehydrantClient';
import { ID, receive } from './receive';
import { Reports } from './Reports';
import { toIncident } from './toIncident';

type Some = Pick<IncidentBatch, 'incidents' | 'gone'>;

/** Read again in one batch at the most. */
const MOST = 200;

/** A pass that has not begun begins now; one that stopped amid its pages goes on. */
const resumed = (place: PassPlace, now: number): PassPlace =>
  place.page > 1 || place.history ? place : { ...place, began: now };

/** Incidents of one account at FireHydrant. */
export class FirehydrantProvider implements IncidentProvider {
  readonly account: string;
  readonly type = 'firehydrant';
  readonly kinds = ['service'];
  readonly receive?: IncidentProvider['receive'];
  private readonly client: FirehydrantClient;
  private readonly reports: Reports;
  private readonly exercises: readonly string[];

  constructor(
    { name, webhookSecret, exercises, ...config }: FirehydrantConfig,
    private readonly runtime: ProviderRuntime,
  ) {
    this.account = name;
    this.client = new FirehydrantClient(
      { name, exercises, ...config },
      runtime,
    );
    this.reports = new Reports(this.client, runtime, name);
    this.exercises = exercises.map(word => word.toLowerCase());
    if (webhookSecret) {
      this.receive = delivery => receive(delivery, webhookSecret);
    }
  }

  subjectsOf(annotations: Readonly<Record<string, string>>) {
    return subjectIds(annotations['firehydrant.com/service-name']).map(id => ({
      kind: 'service',
      id,
    }));
  }

  /** One list serves history and changes: what changed since a time. */
  async *read({
    cursor,
    since,
    signal,
  }: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    signal.throwIfAborted();
    const now = this.runtime.now();
    const start = passPlaces.read(cursor) ?? firstPass(since, now);
    let place = resumed(start, now);
    const reported = await this.reports.refresh(place.since, signal);
    const read = new Set<string>();
    const end = new EndOfPages(this.account);
    let kept = await this.pageBefore(place, signal);
    for (;;) {
      const page = await this.client.incidents(place.since, place.page, signal);
      const ids = page.incidents.map(({ id }) => id);
      end.check(ids, page.next === undefined ? undefined : `${page.next}`);
      for (const id of ids) read.add(id);
      const told = this.told([...kept, ...page.incidents]);
      kept = [];
      if (!page.next) {
        const others = reported.filter(id => !read.has(id));
        const incidents = [
          ...told.incidents,
          ...(await this.again(others, signal)),
        ];
        yield {
          incidents,
          gone: told.gone,
          cursor: passPlaces.write(nextPass(place)),
        };
        return;
      }
      place = { ...place, page: page.next };
      yield this.partOf(place, told);
    }
  }

  async readSome(
    externalIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Some> {
    if (externalIds.length === 0) return { incidents: [], gone: [] };
    const { found, gone: missing } = await this.each(externalIds, signal);
    if (found.length > 0) await this.reports.refresh(0, signal);
    const { incidents, gone } = this.told(found);
    return { incidents, gone: [...gone, ...missing] };
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  /** Since a pass stopped amid its pages, what was on the next one may have moved to the one before. */
  private async pageBefore(
    { since, page }: PassPlace,
    signal: AbortSignal,
  ): Promise<readonly IncidentAnswer[]> {
    if (page === 1) return [];
    return (await this.client.incidents(since, page - 1, signal)).incidents;
  }

  /** The list is in no order that is promised: until its end nothing is known for sure. */
  private partOf(place: PassPlace, batch: Some): IncidentBatch {
    return {
      ...batch,
      cursor: passPlaces.write(place),
      ...(place.history && { backfilledTo: place.began }),
    };
  }

  private each(ids: readonly string[], signal: AbortSignal) {
    const read = (id: string) =>
      unlessNotFound(this.client.incident(id, signal));
    return readEach(ids, { wanted: ID, read });
  }

  private told(answers: readonly IncidentAnswer[]): Some {
    const now = this.runtime.now();
    const isGone = (answer: IncidentAnswer) => Boolean(answer.discarded_at);
    return {
      incidents: answers
        .filter(answer => !isGone(answer))
        .map(answer =>
          toIncident(answer, this.reports.of(answer.id), this.exercises, now),
        ),
      gone: answers.filter(isGone).map(({ id }) => id),
    };
  }

  /** An incident is not said to have changed when its retrospective has. */
  private async again(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly ReportedIncident[]> {
    const some = ids.slice(0, MOST);
    const { found } = await this.each(some, signal);
    return this.told(found).incidents;
  }
}
