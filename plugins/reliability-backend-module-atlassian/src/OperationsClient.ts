import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  AccountSchema,
  createProviderHttp,
  ProviderClient,
  ProviderHealth,
  ProviderHttpOptions,
  ProviderPerson,
  ProviderReply,
  readAnswer,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import {
  EscalationAnswer,
  RoutingAnswer,
  ScheduleAnswer,
  TimelineAnswer,
} from './answers';

const WEEK_MS = 7 * 24 * 3600_000;
const MAX_PAGES = 100;

/** A team as both dialects name it. */
export interface Team {
  readonly id: string;
  readonly name?: string;
}

/** Somebody in a team. */
export interface Member {
  readonly person: ProviderPerson;
  readonly role?: string;
}

/** Who people are. */
export interface Names {
  /** By id; those that are not told are missing. */
  readonly people: ReadonlyMap<string, ProviderPerson>;
  /** Why they are missing, in words for people. */
  readonly warning?: string;
}

/** What both dialects can be asked. @throws ProviderError, in each method */
export interface OperationsClient {
  /** As people call it. */
  readonly product: string;
  /** Whether an escalation is named by its own id alone, or with that of its team in front. */
  readonly escalationsOfTeams: boolean;
  health(): ProviderHealth;
  timeline(
    schedule: string,
    window: OncallWindow,
    signal: AbortSignal,
  ): Promise<TimelineAnswer>;
  schedule(id: string, signal: AbortSignal): Promise<ScheduleAnswer>;
  schedules(signal: AbortSignal): AsyncIterable<readonly ScheduleAnswer[]>;
  teams(signal: AbortSignal): Promise<readonly Team[]>;
  /** Absent where the API does not tell them. */
  members?(team: string, signal: AbortSignal): Promise<readonly Member[]>;
  routing(team: string, signal: AbortSignal): Promise<readonly RoutingAnswer[]>;
  /** @param id - where escalations belong to teams: `<team>:<escalation>` */
  escalation(id: string, signal: AbortSignal): Promise<EscalationAnswer>;
  /** Names and e-mail addresses, for many at once. */
  people(ids: readonly string[], signal: AbortSignal): Promise<Names>;
}

/**
 * Asks for a timeline. It begins with the week that `date` is in, by a calendar that is not told, and cuts what
 * began before: so it is asked for from a week earlier.
 */
export function timelineQuery({ from, to }: OncallWindow) {
  const date = from - WEEK_MS;
  return {
    date: new Date(date).toISOString(),
    interval: Math.ceil((to - date) / WEEK_MS) + 1,
    intervalUnit: 'weeks',
  };
}

type Query = Readonly<Record<string, string | number>>;

const keyOf = (item: unknown): string =>
  `${(item as { id?: unknown } | null)?.id ?? JSON.stringify(item)}`;

/** Asks over HTTP and parses what comes back. */
export class OperationsHttp {
  private readonly http: ProviderClient;

  constructor(
    private readonly product: string,
    private readonly options: ProviderHttpOptions,
  ) {
    this.http = createProviderHttp(options);
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  async get<T extends z.ZodType>(
    path: string,
    schema: T,
    signal: AbortSignal,
    query?: Readonly<Record<string, string | number | readonly string[]>>,
  ): Promise<z.output<T>> {
    return this.parsed(await this.http.get(path, { query, signal }), schema);
  }

  /** All pages of a list; the number of items in a page is left to the provider. */
  async *pages<T extends z.ZodType>(
    path: string,
    query: Readonly<Record<string, string | number>>,
    schema: T,
    page: (body: z.output<T>) => { items: readonly unknown[]; more: boolean },
    signal: AbortSignal,
  ): AsyncIterable<readonly unknown[]> {
    let offset = 0;
    yield* this.http.pages<unknown>(path, {
      first: { ...query, offset },
      read: reply => {
        const { items, more } = page(this.parsed(reply, schema));
        offset += items.length;
        return { items, next: more ? { ...query, offset } : undefined };
      },
      key: keyOf,
      maxPages: MAX_PAGES,
      signal,
    });
  }

  /** All pages of a list that names what asks for the next one. */
  pagesBy<T extends z.ZodType>(
    path: string,
    query: Query,
    schema: T,
    page: (body: z.output<T>) => { items: readonly unknown[]; next?: Query },
    signal: AbortSignal,
  ): AsyncIterable<readonly unknown[]> {
    return this.http.pages<unknown>(path, {
      first: query,
      read: reply => {
        const { items, next } = page(this.parsed(reply, schema));
        return { items, next: next && { ...query, ...next } };
      },
      key: keyOf,
      maxPages: MAX_PAGES,
      signal,
    });
  }

  private parsed<T>({ body }: ProviderReply, schema: AccountSchema<T>): T {
    const { account } = this.options;
    return readAnswer(body, schema, { account, vendor: this.product });
  }
}

/** The teams that can be named. */
export const namedTeams = (
  items: readonly {
    readonly id?: string | null;
    readonly name?: string | null;
  }[],
): Team[] =>
  items.flatMap(({ id, name }) => (id ? { id, name: name ?? undefined } : []));
