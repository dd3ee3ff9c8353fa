import { IncidentSubject } from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  EndOfPages,
  IncidentBatch,
  IncidentProvider,
  IncidentReadOptions,
  ProviderError,
  ProviderHealth,
  ProviderRuntime,
  readEach,
  timeOf,
} from '@plimsoll/backstage-plugin-reliability-node';
import { JsmIncidentConfig } from '../config';
import { atTheBeginning, HistoryPlace } from '../history';
import { IssueAnswer } from './answers';
import { JiraIncidentClient, Narrowed } from './JiraIncidentClient';
import { ChangesPlace, changesFrom, OVERLAP_MS, places } from './place';
import { ID, receive } from './receive';
import { KINDS, subjectsOfAnnotations } from './subjects';
import { toIncident } from './toIncident';

const SWEEP_MS = 3600_000;

type Some = Pick<IncidentBatch, 'incidents' | 'gone'>;

const changedAt = ({ fields }: IssueAnswer): number =>
  timeOf(fields.updated) ?? timeOf(fields.created) ?? 0;

/** Issues of one site of Jira that are incidents. */
export class JsmIncidentProvider implements IncidentProvider {
  readonly account: string;
  readonly type = 'jsm';
  readonly kinds = KINDS;
  readonly receive?: IncidentProvider['receive'];
  private readonly client: JiraIncidentClient;

  constructor(
    private readonly config: JsmIncidentConfig,
    private readonly runtime: ProviderRuntime,
  ) {
    this.account = config.name;
    this.client = new JiraIncidentClient(config, runtime);
    const { webhookSecret } = config;
    if (webhookSecret) {
      this.receive = delivery => receive(delivery, webhookSecret);
    }
  }

  subjectsOf(
    annotations: Readonly<Record<string, string>>,
  ): Pick<IncidentSubject, 'kind' | 'id'>[] {
    return subjectsOfAnnotations(annotations);
  }

  /** History by creation, the newest first; then what changed, by the time of the change. */
  async *read({
    cursor,
    since,
    open,
    signal,
  }: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    signal.throwIfAborted();
    const now = this.runtime.now();
    let place = places.read(cursor) ?? atTheBeginning(since, now);
    if (place.mode === 'history') {
      const told = new Map<string, number>();
      yield* this.history(place, told, signal);
      place = changesFrom(place.began, told, now);
    }
    yield* this.changes(place, open, signal);
  }

  async readSome(
    externalIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Some> {
    const { found, gone } = await readEach(externalIds, {
      wanted: ID,
      read: id => this.issue(id, signal),
    });
    return { incidents: this.toIncidents(found), gone };
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  private async *history(
    { since, began, before }: HistoryPlace,
    told: Map<string, number>,
    signal: AbortSignal,
  ): AsyncIterable<IncidentBatch> {
    const now = this.runtime.now();
    let oldest = before;
    const narrowed: Narrowed = {
      createdWithin: now - since,
      ...(before < began && { createdBefore: now - before }),
      order: 'created DESC',
    };
    for await (const { issues, more } of this.pages(narrowed, signal)) {
      for (const issue of issues) {
        told.set(issue.id, changedAt(issue));
        oldest = Math.min(oldest, timeOf(issue.fields.created) ?? oldest);
      }
      const next = more
        ? { ...atTheBeginning(since, began), before: oldest }
        : changesFrom(began, told, began);
      yield {
        incidents: this.toIncidents(issues),
        gone: [],
        cursor: places.write(next),
        ...(more && { backfilledTo: oldest }),
      };
    }
  }

  private async *changes(
    place: ChangesPlace,
    open: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<IncidentBatch> {
    const began = this.runtime.now();
    const told = new Map<string, number>();
    const narrowed: Narrowed = {
      updatedWithin: began - place.from + OVERLAP_MS,
      order: 'updated ASC',
    };
    for await (const { issues, more } of this.pages(narrowed, signal)) {
      const fresh = issues.filter(
        issue => place.seen[issue.id] !== changedAt(issue),
      );
      for (const issue of issues) told.set(issue.id, changedAt(issue));
      if (!more && fresh.length === 0) continue;
      // In the order of changes: what changed before the last of them is known.
      const latest = Math.min(began, Math.max(0, ...issues.map(changedAt)));
      yield {
        incidents: this.toIncidents(fresh),
        gone: [],
        cursor: places.write(
          changesFrom(Math.max(place.from, latest), told, place.swept),
        ),
      };
    }
    const isDue = began - place.swept >= SWEEP_MS;
    const rest = isDue ? await this.sweep(open, told, signal) : undefined;
    yield {
      incidents: rest?.incidents ?? [],
      gone: rest?.gone ?? [],
      cursor: places.write(
        changesFrom(began, told, isDue ? began : place.swept),
      ),
    };
  }

  /** Nothing says that an issue was deleted, or is no incident any more: those that are not listed are asked for. */
  private async sweep(
    open: readonly string[],
    told: ReadonlyMap<string, number>,
    signal: AbortSignal,
  ): Promise<Some> {
    const listed = new Set(told.keys());
    if (open.some(id => !listed.has(id))) {
      for await (const { issues } of this.pages({ onlyOpen: true }, signal)) {
        for (const { id } of issues) listed.add(id);
      }
    }
    return this.readSome(
      open.filter(id => !listed.has(id)),
      signal,
    );
  }

  private async *pages(
    narrowed: Narrowed,
    signal: AbortSignal,
  ): AsyncIterable<{ issues: IssueAnswer[]; more: boolean }> {
    const end = new EndOfPages(this.account);
    for (let token: string | undefined, first = true; first || token; ) {
      first = false;
      const page = await this.client.page(narrowed, token, signal);
      token = page.next;
      const more = token !== undefined;
      const isFresh = end.check(
        page.issues.map(({ id }) => id),
        more,
      );
      yield { issues: page.issues.filter(({ id }) => isFresh(id)), more };
    }
  }

  /** @returns undefined when it is not there, or is no incident */
  private async issue(
    id: string,
    signal: AbortSignal,
  ): Promise<IssueAnswer | undefined> {
    try {
      const { issues } = await this.client.page({ id }, undefined, signal);
      return issues.find(issue => issue.id === id);
    } catch (error) {
      // A query for an issue that is not there is called wrong, as any wrong query is.
      if (!(error instanceof ProviderError)) throw error;
      if (error.failure !== 'refused') throw error;
      if (await this.exists(id, signal)) throw error;
      return undefined;
    }
  }

  private async exists(id: string, signal: AbortSignal): Promise<boolean> {
    try {
      await this.client.mustExist(id, signal);
      return true;
    } catch (error) {
      if (concernsOneRotation(error) && error.failure === 'not-found') {
        return false;
      }
      throw error;
    }
  }

  private toIncidents(issues: readonly IssueAnswer[]) {
    const now = this.runtime.now();
    return issues.map(issue => toIncident(issue, this.config, now));
  }
}
