import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  createProviderHttp,
  ProviderClient,
  ProviderError,
  ProviderHealth,
  ProviderReply,
  ProviderRuntime,
  rateLimitSeconds,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import {
  layersScheduleSchema,
  oncallSchema,
  policySchema,
  serviceSchema,
  shiftsScheduleSchema,
  userSchema,
} from './answers';
import { PagerdutyConfig } from './config';

const PAGE = 100;
/** No list goes beyond 10,000 items. */
const MAX_PAGES = 100;

const iso = (ms: number) => new Date(ms).toISOString();

/** Short, as thousands are remembered while a list is read. */
function oncallKey(item: unknown): string {
  const parsed = oncallSchema.safeParse(item);
  if (!parsed.success) return JSON.stringify(item) ?? '';
  const entry = parsed.data;
  return [
    entry.escalation_policy?.id,
    entry.escalation_level,
    entry.schedule?.id,
    entry.user?.id,
    entry.start,
    entry.end,
  ].join(' ');
}

const LISTS = {
  services: { one: 'service', schema: serviceSchema, query: {} },
  escalation_policies: {
    one: 'escalation_policy',
    schema: policySchema,
    query: {},
  },
  schedules: {
    one: 'schedule',
    schema: layersScheduleSchema,
    query: { 'include[]': ['schedule_layers'] },
  },
  users: { one: 'user', schema: userSchema, query: {} },
} as const;

/** A list of PagerDuty, and what its items are. */
export type PagerdutyList = keyof typeof LISTS;
export type ItemOf<L extends PagerdutyList> = z.output<
  (typeof LISTS)[L]['schema']
>;

/** Asks one account at PagerDuty. @throws ProviderError, in each method */
export class PagerdutyClient {
  private readonly http: ProviderClient;

  constructor(
    private readonly config: PagerdutyConfig,
    runtime: ProviderRuntime,
  ) {
    this.http = createProviderHttp({
      account: config.name,
      baseUrl: config.baseUrl,
      headers: () => ({
        authorization: `Token token=${config.apiToken}`,
        accept: 'application/vnd.pagerduty+json;version=2',
      }),
      rateLimit: rateLimitSeconds({
        remaining: 'ratelimit-remaining',
        reset: 'ratelimit-reset',
      }),
      runtime,
    });
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** Who is on call in a window, for policies or for schedules; entries are not parsed yet. */
  oncalls(
    filter: 'escalation_policy_ids[]' | 'schedule_ids[]',
    ids: readonly string[],
    window: OncallWindow,
    signal: AbortSignal,
  ): AsyncIterable<readonly unknown[]> {
    const query = {
      [filter]: ids,
      since: iso(window.from),
      until: iso(window.to),
      'include[]': ['users'],
    };
    return this.pages('oncalls', query, oncallKey, signal);
  }

  /** All items of a list. */
  async *list<L extends PagerdutyList>(
    list: L,
    signal: AbortSignal,
  ): AsyncIterable<readonly ItemOf<L>[]> {
    const { schema, query } = LISTS[list];
    const key = (item: unknown) =>
      `${(item as { id?: unknown } | null)?.id ?? JSON.stringify(item)}`;
    for await (const page of this.pages(list, query, key, signal)) {
      yield page.flatMap(item => {
        const parsed = schema.safeParse(item);
        return parsed.success ? [parsed.data as ItemOf<L>] : [];
      });
    }
  }

  async one<L extends PagerdutyList>(
    list: L,
    id: string,
    signal: AbortSignal,
    window?: OncallWindow,
  ): Promise<ItemOf<L>> {
    const { one, schema } = LISTS[list];
    const reply = await this.http.get(`/${list}/${encodeURIComponent(id)}`, {
      query: window && { since: iso(window.from), until: iso(window.to) },
      signal,
    });
    return this.inner(reply, one, schema) as ItemOf<L>;
  }

  /** A schedule of shifts, which the old address does not know. */
  async shiftsSchedule(
    id: string,
    signal: AbortSignal,
    window: OncallWindow,
  ): Promise<z.output<typeof shiftsScheduleSchema>> {
    const reply = await this.http.get(
      `/v3/schedules/${encodeURIComponent(id)}`,
      {
        query: {
          since: iso(window.from),
          until: iso(window.to),
          'include[]': ['final_schedule'],
        },
        signal,
      },
    );
    return this.inner(reply, 'schedule', shiftsScheduleSchema);
  }

  private pages(
    name: string,
    query: Record<string, string | readonly string[]>,
    key: (item: unknown) => string,
    signal: AbortSignal,
  ): AsyncIterable<readonly unknown[]> {
    const schema = z.object({
      [name]: z.array(z.unknown()),
      more: z.boolean().nullish(),
    });
    let offset = 0;
    return this.http.pages<unknown>(`/${name}`, {
      first: { ...query, limit: PAGE, offset },
      read: reply => {
        const body = this.parsed(reply, schema) as Record<string, unknown>;
        offset += PAGE;
        return {
          items: body[name] as unknown[],
          next: body.more ? { ...query, limit: PAGE, offset } : undefined,
        };
      },
      key,
      maxPages: MAX_PAGES,
      signal,
    });
  }

  private inner<T extends z.ZodType>(
    reply: ProviderReply,
    name: string,
    schema: T,
  ): z.output<T> {
    const body = this.parsed(reply, z.object({ [name]: schema }));
    return (body as Record<string, z.output<T>>)[name];
  }

  private parsed<T extends z.ZodType>(
    { body }: ProviderReply,
    schema: T,
  ): z.output<T> {
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new ProviderError(
      'bad-answer',
      `Account "${this.config.name}" answers, but not as PagerDuty does. Check its baseUrl in the configuration.`,
    );
  }
}
