import {
  ProviderHealth,
  ProviderRuntime,
  understood,
  unlessNotFound,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  entrySchema,
  IncidentAnswer,
  incidentSchema,
  LogEntry,
  UserAnswer,
  userSchema,
} from './answers';
import { idKey, PAGE, PagerdutyAccess, PagerdutyHttp } from '../PagerdutyHttp';

/** No list answers for a later item. */
const MAX_OFFSET = 10_000;
/** An incident that flaps for weeks has thousands of entries; the first say what is asked for. */
const MOST_PAGES_OF_ONE = 20;

/** From a time to before a time; milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Incidents of one page. */
export interface IncidentAnswers {
  readonly incidents: readonly IncidentAnswer[];
  /** `end`: this was the last page; `limit`: the list answers for no later one. */
  readonly next: number | 'end' | 'limit';
}

const iso = (ms: number) => new Date(ms).toISOString();

/** Asks one account at PagerDuty for incidents. @throws ProviderError, in each method */
export class IncidentClient {
  private readonly http: PagerdutyHttp;

  constructor(
    private readonly access: PagerdutyAccess,
    private readonly runtime: ProviderRuntime,
    private readonly maxOffset = MAX_OFFSET,
  ) {
    this.http = new PagerdutyHttp(access, runtime);
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** Incidents that were declared in a span of at most six months, the newest first. */
  declaredIn(
    { from, to }: Span,
    offset: number,
    signal: AbortSignal,
  ): AsyncIterable<IncidentAnswers> {
    const query = {
      since: iso(from),
      until: iso(to),
      sort_by: 'created_at:desc',
    };
    return this.incidents(query, offset, signal);
  }

  /** Those that are not over, however old they are. */
  open(signal: AbortSignal): AsyncIterable<IncidentAnswers> {
    const query = {
      'statuses[]': ['triggered', 'acknowledged'],
      date_range: 'all',
      sort_by: 'created_at:desc',
    };
    return this.incidents(query, 0, signal);
  }

  /** @returns undefined when the account does not have it */
  async one(
    id: string,
    signal: AbortSignal,
  ): Promise<IncidentAnswer | undefined> {
    const path = `/incidents/${encodeURIComponent(id)}`;
    return unlessNotFound(
      this.http.inner(path, 'incident', incidentSchema, { signal }),
    );
  }

  /**
   * The log of the whole account.
   *
   * @param whole - with the incidents, not only references to them
   * @returns undefined when there are more pages than wanted
   */
  async log(
    { from, to }: Span,
    { whole, mostPages }: { whole: boolean; mostPages: number },
    signal: AbortSignal,
  ): Promise<LogEntry[] | undefined> {
    const include = whole ? ['channels', 'incidents'] : ['channels'];
    const query = { since: iso(from), until: iso(to), 'include[]': include };
    return this.entries('/log_entries', query, mostPages, signal);
  }

  /** The log of one incident; none when the account does not have it any more. */
  async logOf(id: string, signal: AbortSignal): Promise<LogEntry[]> {
    const path = `/incidents/${encodeURIComponent(id)}/log_entries`;
    const query = { 'include[]': ['channels'] };
    const log = await unlessNotFound(
      this.entries(path, query, MOST_PAGES_OF_ONE, signal).then(entries => ({
        entries,
      })),
    );
    if (log && !log.entries) {
      this.runtime.logger.warn(
        `Account "${this.access.name}" has more than ${
          MOST_PAGES_OF_ONE * PAGE
        } log entries of one incident; its acknowledgements and pages are left out.`,
      );
    }
    return log?.entries ?? [];
  }

  async *users(signal: AbortSignal): AsyncIterable<readonly UserAnswer[]> {
    const listing = { path: '/users', name: 'users', query: {}, key: idKey };
    for await (const { items } of this.http.pages(listing, signal)) {
      yield understood(items, userSchema);
    }
  }

  user(id: string, signal: AbortSignal): Promise<UserAnswer> {
    const path = `/users/${encodeURIComponent(id)}`;
    return this.http.inner(path, 'user', userSchema, { signal });
  }

  private async *incidents(
    query: Record<string, string | readonly string[]>,
    offset: number,
    signal: AbortSignal,
  ): AsyncIterable<IncidentAnswers> {
    const listing = { path: '/incidents', name: 'incidents', key: idKey };
    const pages = this.http.pages({ ...listing, query, offset }, signal);
    for await (const { items, next = 'end' } of pages) {
      const isLast = next !== 'end' && next + PAGE > this.maxOffset;
      const incidents = this.readable(items);
      yield { incidents, next: isLast ? 'limit' : next };
      if (isLast) return;
    }
  }

  /** One that cannot be understood must not keep the others away. */
  private readable(items: readonly unknown[]): IncidentAnswer[] {
    const incidents = understood(items, incidentSchema);
    const odd = items.length - incidents.length;
    if (odd > 0) {
      this.runtime.logger.warn(
        `Account "${this.access.name}" has ${odd} incidents that cannot be understood; they are left out.`,
      );
    }
    return incidents;
  }

  private async entries(
    path: string,
    query: Record<string, string | readonly string[]>,
    mostPages: number,
    signal: AbortSignal,
  ): Promise<LogEntry[] | undefined> {
    const listing = { path, name: 'log_entries', query, key: idKey };
    const entries: LogEntry[] = [];
    const most = Math.min(mostPages, this.maxOffset / PAGE);
    let pages = 0;
    for await (const { items, next } of this.http.pages(listing, signal)) {
      entries.push(...understood(items, entrySchema));
      pages += 1;
      if (next !== undefined && pages >= most) return undefined;
    }
    return entries;
  }
}
