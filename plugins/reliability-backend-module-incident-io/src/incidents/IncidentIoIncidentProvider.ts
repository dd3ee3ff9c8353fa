import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import {
  EndOfPages,
  IncidentBatch,
  IncidentProvider,
  IncidentReadOptions,
  ProviderHealth,
  ProviderRuntime,
  readEach,
  timeOf,
  unlessNotFound,
} from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer } from './answers';
import { IncidentIoIncidentConfig } from './config';
import { Details } from './Details';
import { IncidentIoIncidentClient } from './IncidentIoIncidentClient';
import {
  afterPage,
  atTheBeginning,
  changedAt,
  nextPass,
  Place,
  places,
  SKEW_MS,
} from './place';
import { ID, receive } from './receive';
import { stampsByName } from './stamps';
import { KINDS } from './subjects';
import { IncidentWords, toIncident } from './toIncident';

const SWEEP_MS = 3600_000;
/** Read again in one batch at the most. */
const MOST = 200;
const WIDTH = 4;

type Some = Pick<IncidentBatch, 'incidents' | 'gone'>;

/** One account at incident.io. */
export class IncidentIoIncidentProvider implements IncidentProvider {
  readonly account: string;
  readonly type = 'incident-io';
  readonly kinds = KINDS;
  readonly receive?: IncidentProvider['receive'];
  private readonly client: IncidentIoIncidentClient;
  private readonly details: Details;
  private readonly words: IncidentWords;

  constructor(
    config: IncidentIoIncidentConfig,
    private readonly runtime: ProviderRuntime,
  ) {
    const { name, webhookSecret, serviceFields, causeField } = config;
    this.account = name;
    this.client = new IncidentIoIncidentClient(config, runtime);
    this.details = new Details(this.client, runtime);
    this.words = {
      stamps: stampsByName(config.timestamps),
      serviceFields,
      causeField,
    };
    if (webhookSecret) {
      this.receive = (delivery, now) => receive(delivery, webhookSecret, now);
    }
  }

  /** None: incident.io has no annotations of its own. */
  subjectsOf(): [] {
    return [];
  }

  /** History by creation, the newest first; then what changed, of which the API keeps a feed. */
  async *read({
    cursor,
    since,
    signal,
  }: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    signal.throwIfAborted();
    const now = this.runtime.now();
    let place = places.read(cursor) ?? atTheBeginning(since, now);
    if (place.mode === 'history') {
      for await (const [batch, next] of this.pass(place, signal)) {
        place = next;
        yield batch;
      }
    }
    const swept = await this.sweep(place, signal);
    if (swept) {
      place = { ...place, swept: now };
      yield { ...swept, cursor: places.write(place) };
    }
    const began = place.began ?? now;
    for await (const [batch] of this.pass({ ...place, began }, signal)) {
      yield batch;
    }
  }

  async readSome(
    externalIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Some> {
    const { found, gone } = await readEach(externalIds, {
      wanted: ID,
      width: WIDTH,
      read: id => unlessNotFound(this.client.incident(id, signal)),
    });
    return { incidents: await this.whole(found, signal), gone };
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  /** All pages from a place on, the last one with the place where the next pass begins. */
  private async *pass(
    from: Place,
    signal: AbortSignal,
  ): AsyncIterable<[IncidentBatch, Place]> {
    const stored = { ...from.seen };
    const end = new EndOfPages(this.account);
    const by = from.mode === 'history' ? 'created' : 'updated';
    for (let place = from; ; ) {
      const { since, after } = place;
      const page = await this.client.page({ by, since, after }, signal);
      end.check(
        page.incidents.map(({ id }) => id),
        page.after,
      );
      const fresh = page.incidents.filter(
        each => stored[each.id] !== changedAt(each),
      );
      for (const each of page.incidents) stored[each.id] = changedAt(each);
      const incidents = await this.whole(fresh, signal);
      place = afterPage(place, page.incidents, page.after);
      const last = page.incidents[page.incidents.length - 1];
      const knownTo = by === 'created' ? timeOf(last?.created_at) : undefined;
      const next = page.after ? place : nextPass(place, stored);
      yield [
        {
          incidents,
          gone: [],
          cursor: places.write(next),
          ...(page.after &&
            by === 'created' && { backfilledTo: knownTo ?? from.began }),
        },
        next,
      ];
      if (!page.after) return;
    }
  }

  /** An incident is not said to have changed when a follow-up of it has: now and then all are looked through. */
  private async sweep(
    { swept }: Place,
    signal: AbortSignal,
  ): Promise<Some | undefined> {
    if (this.runtime.now() - swept < SWEEP_MS) return undefined;
    const all = (await this.details.allFollowUps(signal)) ?? [];
    const changed = all.filter(
      each => (timeOf(each.updated_at) ?? 0) >= swept - SKEW_MS,
    );
    const ids = changed.flatMap(each => each.incident_id ?? []);
    const wanted = [...new Set(ids)].slice(0, MOST);
    return {
      incidents: (await this.readSome(wanted, signal)).incidents,
      gone: [],
    };
  }

  private async whole(
    answers: readonly IncidentAnswer[],
    signal: AbortSignal,
  ): Promise<ReportedIncident[]> {
    const details = await this.details.of(answers, signal);
    const now = this.runtime.now();
    return answers.map((answer, index) =>
      toIncident(answer, details[index], this.words, now),
    );
  }
}
