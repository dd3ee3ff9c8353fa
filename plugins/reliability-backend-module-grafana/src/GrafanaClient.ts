import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  AccountSchema,
  createProviderHttp,
  ProviderClient,
  ProviderHealth,
  ProviderRuntime,
  rateLimitSeconds,
  readAnswer,
  understood,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import {
  chainSchema,
  pageSchema,
  scheduleSchema,
  stepSchema,
  teamSchema,
  userSchema,
} from './answers';
import { GrafanaConfig } from './config';
import { telling401 } from './telling401';

const DAY_MS = 24 * 3600_000;
/** 300 calls are allowed in five minutes; who comes too late is told to wait for up to 350 seconds. */
const MAX_WAIT_MS = 6 * 60_000;

const LISTS = {
  schedules: scheduleSchema,
  escalation_chains: chainSchema,
  escalation_policies: stepSchema,
  users: userSchema,
  teams: teamSchema,
} as const;

/** A list of Grafana OnCall, and what its items are. */
export type GrafanaList = keyof typeof LISTS;
export type ItemOf<L extends GrafanaList> = z.output<(typeof LISTS)[L]>;

const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

const keyOf = (item: unknown) => JSON.stringify(item) ?? '';

/** Asks one account at Grafana OnCall. @throws ProviderError, in each method */
export class GrafanaClient {
  private readonly http: ProviderClient;

  constructor(
    private readonly config: GrafanaConfig,
    runtime: ProviderRuntime,
  ) {
    this.http = createProviderHttp({
      account: config.name,
      baseUrl: config.url,
      headers: () => ({
        authorization: config.token,
        accept: 'application/json',
        ...(config.stackUrl && { 'x-grafana-url': config.stackUrl }),
      }),
      rateLimit: rateLimitSeconds({
        remaining: 'ratelimit-remaining',
        reset: 'ratelimit-reset',
      }),
      maxWaitMs: MAX_WAIT_MS,
      fetch: telling401,
      runtime,
    });
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /**
   * What a schedule comes to; shifts are not parsed yet. Grafana takes whole days, of a zone that it does not
   * name: a day more at each end is asked for.
   */
  finalShifts(
    id: string,
    window: OncallWindow,
    signal: AbortSignal,
  ): AsyncIterable<readonly unknown[]> {
    const query = {
      start_date: dateOf(window.from - DAY_MS),
      end_date: dateOf(window.to + DAY_MS),
    };
    const path = `/schedules/${encodeURIComponent(id)}/final_shifts`;
    return this.pages(path, query, signal);
  }

  /** All items of a list; those that cannot be understood are left out. */
  async *list<L extends GrafanaList>(
    list: L,
    signal: AbortSignal,
    query: Record<string, string> = {},
  ): AsyncIterable<readonly ItemOf<L>[]> {
    for await (const page of this.pages(`/${list}/`, query, signal)) {
      yield understood(page, LISTS[list] as AccountSchema<ItemOf<L>>);
    }
  }

  async one<L extends GrafanaList>(
    list: L,
    id: string,
    signal: AbortSignal,
  ): Promise<ItemOf<L>> {
    const path = `/api/v1/${list}/${encodeURIComponent(id)}/`;
    const { body } = await this.http.get(path, { signal });
    return this.parsed(body, LISTS[list] as AccountSchema<ItemOf<L>>);
  }

  /** Pages are counted here: `next` lacks a part of the path behind some proxies. */
  private pages(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): AsyncIterable<readonly unknown[]> {
    let page = 1;
    return this.http.pages<unknown>(`/api/v1${path}`, {
      first: query,
      read: ({ body }) => {
        const { results, next } = this.parsed(body, pageSchema);
        page += 1;
        return { items: results, next: next ? { ...query, page } : undefined };
      },
      key: keyOf,
      signal,
    });
  }

  private parsed<T>(body: unknown, schema: AccountSchema<T>): T {
    return readAnswer(body, schema, {
      account: this.config.name,
      vendor: 'Grafana OnCall',
      addressKey: 'url',
    });
  }
}
