import {
  EndOfPages,
  firstPass,
  inBatches,
  IncidentBatch,
  IncidentProvider,
  IncidentReadOptions,
  nextPass,
  PassPlace,
  passPlaces,
  ProviderHealth,
  ProviderRuntime,
  subjectIds,
} from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer } from './answers';
import { StatuspageConfig } from './config';
import { ManagedPage } from './ManagedPage';
import { PublicPage } from './PublicPage';
import { receive } from './receive';
import { ID, Listing, StatusPage } from './StatusPage';
import { isMaintenance, toIncident } from './toIncident';

/** Incidents that are younger are read again each time: nobody tells what changed. */
const OVERLAP_MS = 30 * 24 * 3600_000;
/** Open ones that are asked for in one batch; each is a call of a second. */
const AT_ONCE = 20;

const createdAt = ({ created_at: text }: IncidentAnswer) => Date.parse(text);
const changedAt = (incident: IncidentAnswer) =>
  Date.parse(incident.updated_at ?? '') || createdAt(incident);

const reported = (answers: readonly IncidentAnswer[]) =>
  answers.filter(each => !isMaintenance(each)).map(toIncident);

/** The place of a pass that begins or goes on now. What is young is read again anyhow: only history has a long memory. */
const begun = (place: PassPlace, now: number): PassPlace =>
  place.history ? place : { ...place, began: now };

/** Incidents of one page at Statuspage. */
export class StatuspageProvider implements IncidentProvider {
  readonly account: string;
  readonly type = 'statuspage';
  readonly kinds = ['component'];
  readonly receive?: IncidentProvider['receive'];
  private readonly page: StatusPage;

  constructor(
    config: StatuspageConfig,
    private readonly runtime: ProviderRuntime,
  ) {
    const { name, webhookSecret } = config;
    this.account = name;
    this.page = config.public
      ? new PublicPage(config, runtime)
      : new ManagedPage(config, runtime);
    if (webhookSecret) {
      this.receive = delivery => receive(delivery, webhookSecret);
    }
  }

  /** `<name of the account>:<id>,<id>`, as the plugin for the page itself wants it, or ids alone. */
  subjectsOf(annotations: Readonly<Record<string, string>>) {
    const text = annotations['statuspage.io/components'] ?? '';
    const [name, ids] = text.includes(':')
      ? [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
      : [this.account, text];
    if (name.trim() !== this.account) return [];
    return subjectIds(ids, ID).map(id => ({ kind: 'component', id }));
  }

  /** The newest first; then again what is young, and what is open. */
  async *read({
    cursor,
    since,
    open,
    signal,
  }: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    signal.throwIfAborted();
    const now = this.runtime.now();
    const start = begun(passPlaces.read(cursor) ?? firstPass(since, now), now);
    const read = new Set<string>();
    const isOpen = new Set(open);
    const oldest = start.history ? start.since : now - OVERLAP_MS;
    let place = start;
    for await (const listing of this.listings(start, oldest, signal)) {
      for (const { id } of listing.incidents) read.add(id);
      const isWanted = (each: IncidentAnswer) =>
        isOpen.has(each.id) ||
        (createdAt(each) >= since &&
          (createdAt(each) >= oldest || changedAt(each) >= start.since));
      place = { ...place, page: place.page + (listing.hasMore ? 1 : 0) };
      yield this.batchOf(place, listing, isWanted);
    }
    const others = open.filter(id => !read.has(id));
    for (const ids of inBatches(others, AT_ONCE)) {
      const found = await this.readSome(ids, signal);
      yield { ...found, cursor: passPlaces.write(place) };
    }
    yield {
      incidents: [],
      gone: [],
      cursor: passPlaces.write(nextPass(place)),
    };
  }

  async readSome(
    externalIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Pick<IncidentBatch, 'incidents' | 'gone'>> {
    const { incidents, gone } = await this.page.some(externalIds, signal);
    return { incidents: reported(incidents), gone };
  }

  health(): ProviderHealth {
    return this.page.health();
  }

  /** Pages until one reaches back far enough. One that stopped amid them reads the last again: they have moved on. */
  private async *listings(
    start: PassPlace,
    oldest: number,
    signal: AbortSignal,
  ): AsyncIterable<Listing> {
    const end = new EndOfPages(this.account);
    let before: readonly IncidentAnswer[] =
      start.page > 1
        ? (await this.page.list(start.page - 1, signal)).incidents
        : [];
    for (let number = start.page; ; number += 1) {
      const listing = await this.page.list(number, signal);
      const { incidents } = listing;
      const last = incidents[incidents.length - 1];
      const isEnough = last !== undefined && createdAt(last) < oldest;
      const hasMore = listing.hasMore && !isEnough;
      end.check(
        incidents.map(({ id }) => id),
        hasMore ? `${number + 1}` : undefined,
      );
      yield { ...listing, incidents: [...before, ...incidents], hasMore };
      if (!hasMore) return;
      before = [];
    }
  }

  private batchOf(
    place: PassPlace,
    { incidents, hasMore }: Listing,
    isWanted: (incident: IncidentAnswer) => boolean,
  ): IncidentBatch {
    const last = incidents[incidents.length - 1];
    const isPart = place.history && hasMore;
    return {
      incidents: reported(incidents.filter(isWanted)),
      gone: [],
      cursor: passPlaces.write(place),
      // Another one of the same moment may stand on the next page.
      ...(isPart && {
        backfilledTo: last ? createdAt(last) + 1 : place.began,
      }),
    };
  }
}
