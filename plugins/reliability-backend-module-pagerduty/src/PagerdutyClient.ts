import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  AccountSchema,
  ProviderHealth,
  ProviderRuntime,
  understood,
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
import { idKey, PagerdutyAccess, PagerdutyHttp } from './PagerdutyHttp';

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

/** Asks one account at PagerDuty for who is on call, and by which plan. @throws ProviderError, in each method */
export class PagerdutyClient {
  private readonly http: PagerdutyHttp;

  constructor(access: PagerdutyAccess, runtime: ProviderRuntime) {
    this.http = new PagerdutyHttp(access, runtime);
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** Who is on call in a window, for policies or for schedules; entries are not parsed yet. */
  async *oncalls(
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
    const listing = { path: '/oncalls', name: 'oncalls', query };
    const pages = this.http.pages({ ...listing, key: oncallKey }, signal);
    for await (const { items } of pages) yield items;
  }

  /** All items of a list. */
  async *list<L extends PagerdutyList>(
    list: L,
    signal: AbortSignal,
  ): AsyncIterable<readonly ItemOf<L>[]> {
    const { schema, query } = LISTS[list];
    const listing = { path: `/${list}`, name: list, query, key: idKey };
    for await (const { items } of this.http.pages(listing, signal)) {
      yield understood(items, schema as AccountSchema<ItemOf<L>>);
    }
  }

  async one<L extends PagerdutyList>(
    list: L,
    id: string,
    signal: AbortSignal,
    window?: OncallWindow,
  ): Promise<ItemOf<L>> {
    const { one, schema } = LISTS[list];
    const query = window && { since: iso(window.from), until: iso(window.to) };
    return this.http.inner(`/${list}/${encodeURIComponent(id)}`, one, schema, {
      query,
      signal,
    }) as Promise<ItemOf<L>>;
  }

  /** A schedule of shifts, which the old address does not know. */
  shiftsSchedule(
    id: string,
    signal: AbortSignal,
    window: OncallWindow,
  ): Promise<z.output<typeof shiftsScheduleSchema>> {
    return this.http.inner(
      `/v3/schedules/${encodeURIComponent(id)}`,
      'schedule',
      shiftsScheduleSchema,
      {
        query: {
          since: iso(window.from),
          until: iso(window.to),
          'include[]': ['final_schedule'],
        },
        signal,
      },
    );
  }
}
