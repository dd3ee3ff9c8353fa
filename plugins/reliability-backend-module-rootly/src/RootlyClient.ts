import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ProviderClient,
  ProviderHealth,
  ProviderRequest,
  ProviderRuntime,
  readAnswer,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { Named, pageSchema, toNamed, UserAnswer } from './answers';
import { RootlyConfig } from './config';
import { rootlyHttp } from './rootlyHttp';

const PAGE = 100;
const SHIFTS_PAGE = 1000;
const MAX_PAGES = 100;
/** /v1/oncalls gives all at once, however much that is. */
const MAX_BYTES = 10_000_000;

type Query = NonNullable<ProviderRequest['query']>;

/** An entry that is not parsed yet, with the people of its page. */
export interface WithUsers {
  readonly entry: unknown;
  readonly users: ReadonlyMap<string, UserAnswer>;
}

/** A list of things with names. */
export type RootlyList =
  | 'services'
  | 'teams'
  | 'schedules'
  | 'escalation_policies';

const iso = (ms: number) => new Date(ms).toISOString();

/** The number of the next page; undefined: this was the last. */
export function nextPage(
  meta: z.output<typeof pageSchema>['meta'],
): number | undefined {
  const {
    next_page: next,
    current_page: current,
    total_pages: total,
  } = meta ?? {};
  if (next) return next;
  return current && total && current < total ? current + 1 : undefined;
}

/** Asks one account at Rootly. @throws ProviderError, in each method */
export class RootlyClient {
  private readonly http: ProviderClient;

  constructor(private readonly config: RootlyConfig, runtime: ProviderRuntime) {
    this.http = rootlyHttp(config, runtime, MAX_BYTES);
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** Who is on call in a window, for policies, services or teams. */
  oncalls(
    filter: 'escalation_policy_ids' | 'service_ids' | 'group_ids',
    ids: readonly string[],
    window: OncallWindow,
    signal: AbortSignal,
  ): AsyncIterable<readonly WithUsers[]> {
    // It has no page size, and takes ids in one text.
    const query = {
      [`filter[${filter}]`]: ids.join(','),
      since: iso(window.from),
      until: iso(window.to),
      include: 'user',
    };
    return this.pages('/v1/oncalls', query, signal);
  }

  /** Shifts of schedules in a window. */
  shifts(
    schedules: readonly string[],
    window: OncallWindow,
    signal: AbortSignal,
  ): AsyncIterable<readonly WithUsers[]> {
    const query = {
      'schedule_ids[]': schedules,
      from: iso(window.from),
      to: iso(window.to),
      include: 'user',
      'page[size]': SHIFTS_PAGE,
      'page[number]': 1,
    };
    return this.pages('/v1/shifts', query, signal);
  }

  /** All items of a list; those that cannot be understood are left out. */
  async list(list: RootlyList, signal: AbortSignal): Promise<readonly Named[]> {
    const items: Named[] = [];
    const query = { 'page[size]': PAGE, 'page[number]': 1 };
    for await (const page of this.pages(`/v1/${list}`, query, signal)) {
      items.push(...page.flatMap(({ entry }) => toNamed(entry) ?? []));
    }
    return items;
  }

  private pages(
    path: string,
    query: Query,
    signal: AbortSignal,
  ): AsyncIterable<readonly WithUsers[]> {
    return this.http.pages<WithUsers>(path, {
      first: query,
      read: ({ body }) => {
        const { data, included, meta } = readAnswer(body, pageSchema, {
          account: this.config.name,
          vendor: 'Rootly',
        });
        const users = new Map(
          included.flatMap(user => (user ? [[user.id, user] as const] : [])),
        );
        const next = nextPage(meta);
        return {
          items: data.map(entry => ({ entry, users })),
          next: next ? { ...query, 'page[number]': next } : undefined,
        };
      },
      key: ({ entry }) => JSON.stringify(entry) ?? '',
      maxPages: MAX_PAGES,
      signal,
    });
  }
}
