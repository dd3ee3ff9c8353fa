import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  AccountSchema,
  ProviderClient,
  ProviderHealth,
  ProviderReply,
  ProviderRuntime,
  understood,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import {
  entriesSchema,
  entrySchema,
  PathAnswer,
  pathSchema,
  ScheduleAnswer,
  scheduleSchema,
  UserAnswer,
  userSchema,
} from './answers';
import { IncidentIoConfig } from './config';
import { incidentIoHttp, parsedAnswer } from './incidentIoHttp';

const PAGE = 250;
const MAX_PAGES = 100;

const LISTS = { schedules: scheduleSchema, users: userSchema } as const;

type List = keyof typeof LISTS;
type ItemOf<L extends List> = z.output<(typeof LISTS)[L]>;

/** Entries of one schedule, not parsed yet. */
export interface ScheduleEntries {
  readonly final: readonly unknown[];
  readonly overrides: readonly unknown[];
}

type Item = readonly [layer: 'final' | 'overrides', entry: unknown];

/** An entry that runs across the end of a page comes with both. */
function keyOf([layer, entry]: Item): string {
  const { data } = entrySchema.safeParse(entry);
  if (!data) return `${layer} ${JSON.stringify(entry)}`;
  const { rotation_id: rotation, user, start_at: start, end_at: end } = data;
  return [layer, rotation, user?.id ?? user?.name, start, end].join(' ');
}

/** Asks one account at incident.io. @throws ProviderError, in each method */
export class IncidentIoClient {
  private readonly http: ProviderClient;

  constructor(
    private readonly config: IncidentIoConfig,
    runtime: ProviderRuntime,
  ) {
    this.http = incidentIoHttp(config, runtime);
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** What a schedule comes to in a window, gaps included. */
  async entries(
    schedule: string,
    window: OncallWindow,
    signal: AbortSignal,
  ): Promise<ScheduleEntries> {
    const query = {
      schedule_id: schedule,
      entry_window_start: new Date(window.from).toISOString(),
      entry_window_end: new Date(window.to).toISOString(),
    };
    const found = { final: [] as unknown[], overrides: [] as unknown[] };
    for await (const page of this.http.pages<Item>('/v2/schedule_entries', {
      first: query,
      read: reply => {
        const body = this.parsed(reply, entriesSchema);
        const { final, overrides } = body.schedule_entries;
        const after = body.pagination_meta?.after;
        return {
          items: [
            ...final.map(entry => ['final', entry] as const),
            ...(overrides ?? []).map(entry => ['overrides', entry] as const),
          ],
          // `after` is a time, and the next page begins there.
          next: after ? { ...query, entry_window_start: after } : undefined,
        };
      },
      key: keyOf,
      maxPages: MAX_PAGES,
      signal,
    })) {
      for (const [layer, entry] of page) found[layer].push(entry);
    }
    return found;
  }

  schedule(id: string, signal: AbortSignal): Promise<ScheduleAnswer> {
    return this.inner(
      `/v2/schedules/${encodeURIComponent(id)}`,
      'schedule',
      scheduleSchema,
      signal,
    );
  }

  user(id: string, signal: AbortSignal): Promise<UserAnswer> {
    const path = `/v2/users/${encodeURIComponent(id)}`;
    return this.inner(path, 'user', userSchema, signal);
  }

  path(id: string, signal: AbortSignal): Promise<PathAnswer> {
    return this.inner(
      `/v2/escalation_paths/${id}`,
      'escalation_path',
      pathSchema,
      signal,
    );
  }

  /** All schedules, or all users. */
  async *list<L extends List>(
    list: L,
    signal: AbortSignal,
  ): AsyncIterable<readonly ItemOf<L>[]> {
    const schema = z.object({
      [list]: z.array(z.unknown()),
      pagination_meta: entriesSchema.shape.pagination_meta,
    });
    for await (const page of this.http.pages<unknown>(`/v2/${list}`, {
      first: { page_size: PAGE },
      read: reply => {
        const body = this.parsed(reply, schema) as Record<string, unknown> & {
          readonly pagination_meta?: { readonly after?: string | null } | null;
        };
        const after = body.pagination_meta?.after;
        return {
          items: body[list] as unknown[],
          next: after ? { page_size: PAGE, after } : undefined,
        };
      },
      key: item =>
        `${(item as { id?: unknown } | null)?.id ?? JSON.stringify(item)}`,
      maxPages: MAX_PAGES,
      signal,
    })) {
      yield understood(page, LISTS[list] as AccountSchema<ItemOf<L>>);
    }
  }

  private async inner<T extends z.ZodType>(
    path: string,
    name: string,
    schema: T,
    signal: AbortSignal,
  ): Promise<z.output<T>> {
    const reply = await this.http.get(path, { signal });
    const body = this.parsed(reply, z.object({ [name]: schema }));
    return (body as Record<string, z.output<T>>)[name];
  }

  private parsed<T extends z.ZodType>(
    { body }: ProviderReply,
    schema: T,
  ): z.output<T> {
    return parsedAnswer(this.config.name, body, schema);
  }
}
