import {
  inBatches,
  ProviderClient,
  ProviderError,
  ProviderHealth,
  ProviderRequest,
  ProviderRuntime,
  understood,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { incidentIoHttp, parsedAnswer } from '../incidentIoHttp';
import {
  DocumentAnswer,
  documentSchema,
  EscalationAnswer,
  escalationSchema,
  FollowUpAnswer,
  followUpSchema,
  IncidentAnswer,
  incidentSchema,
  UpdateAnswer,
  updateSchema,
} from './answers';
import { IncidentIoIncidentConfig } from './config';

/** Each incident of a page needs calls of its own: a page is as much as one wants to lose. */
const PAGE = 100;
const UPDATES_PAGE = 250;
/** The API gives no more of these, and an address must not become too long. */
const ESCALATIONS_PAGE = 50;
const CONCURRENCY = 4;
/** Without it the list leaves exercises out, and an incident that becomes one would stay what it was. */
const MODES = ['standard', 'retrospective', 'test', 'tutorial'];

type Query = NonNullable<ProviderRequest['query']>;

/** Incidents of a page, and the id after which the next one begins. */
export interface IncidentPage {
  readonly incidents: readonly IncidentAnswer[];
  readonly after?: string;
}

/** Which incidents, in the order in which they were created. Milliseconds since the epoch. */
export interface IncidentSlice {
  /** `created`: the newest first; `updated`: the oldest first. */
  readonly by: 'created' | 'updated';
  readonly since: number;
  readonly after?: string;
}

/** Asks one account at incident.io for incidents. @throws ProviderError, in each method */
export class IncidentIoIncidentClient {
  private readonly http: ProviderClient;
  private followUpsPath = '/v2/follow_ups';

  constructor(
    private readonly config: IncidentIoIncidentConfig,
    runtime: ProviderRuntime,
  ) {
    this.http = incidentIoHttp(config, runtime, CONCURRENCY);
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** One page at a time: whoever asks remembers where to go on. */
  async page(
    { by, since, after }: IncidentSlice,
    signal: AbortSignal,
  ): Promise<IncidentPage> {
    const { items, next } = await this.list(
      '/v2/incidents',
      'incidents',
      incidentSchema,
      {
        [`${by}_at[gte]`]: new Date(since).toISOString(),
        sort_by:
          by === 'created'
            ? 'created_at_newest_first'
            : 'created_at_oldest_first',
        'mode[one_of]': MODES,
        page_size: PAGE,
        after,
      },
      signal,
    );
    return { incidents: items, after: next };
  }

  async incident(id: string, signal: AbortSignal): Promise<IncidentAnswer> {
    const path = `/v2/incidents/${encodeURIComponent(id)}`;
    const { body } = await this.http.get(path, { signal });
    const schema = z.object({ incident: incidentSchema });
    return parsedAnswer(this.config.name, body, schema).incident;
  }

  updates(id: string, signal: AbortSignal): Promise<UpdateAnswer[]> {
    return this.all('/v2/incident_updates', 'incident_updates', updateSchema, {
      query: { incident_id: id, page_size: UPDATES_PAGE },
      signal,
    });
  }

  documents(id: string, signal: AbortSignal): Promise<DocumentAnswer[]> {
    return this.all(
      '/v1/postmortem_documents',
      'postmortem_documents',
      documentSchema,
      { query: { incident_id: id }, signal },
    );
  }

  async escalations(
    incidents: readonly string[],
    signal: AbortSignal,
  ): Promise<EscalationAnswer[]> {
    // One of them may belong to incidents of two parts.
    const found = new Map<string, EscalationAnswer>();
    for (const some of inBatches(incidents, ESCALATIONS_PAGE)) {
      const query = { 'incident[one_of]': some, page_size: ESCALATIONS_PAGE };
      const part = await this.all(
        '/v2/escalations',
        'escalations',
        escalationSchema,
        { query, signal },
      );
      for (const each of part) found.set(each.id, each);
    }
    return [...found.values()];
  }

  /**
   * Those of an incident, or of all. The second version of the list comes as a whole and is to be switched off; the
   * third comes in pages.
   */
  async followUps(
    incident: string | undefined,
    signal: AbortSignal,
  ): Promise<FollowUpAnswer[]> {
    const ask = () =>
      this.all(this.followUpsPath, 'follow_ups', followUpSchema, {
        query: { incident_id: incident },
        signal,
      });
    try {
      return await ask();
    } catch (error) {
      const isGone =
        error instanceof ProviderError && error.failure === 'not-found';
      if (!isGone || this.followUpsPath.startsWith('/v3')) throw error;
      this.followUpsPath = '/v3/follow_ups';
      return ask();
    }
  }

  private async all<T extends z.ZodType>(
    path: string,
    name: string,
    schema: T,
    { query, signal }: { query: Query; signal: AbortSignal },
  ): Promise<z.output<T>[]> {
    const found: z.output<T>[] = [];
    for await (const page of this.http.pages<z.output<T>>(path, {
      first: query,
      read: ({ body }) => {
        const { items, next } = this.read(body, name, schema);
        return { items, next: next ? { ...query, after: next } : undefined };
      },
      key: item => `${(item as { id?: unknown }).id}`,
      signal,
    })) {
      found.push(...page);
    }
    return found;
  }

  private async list<T extends z.ZodType>(
    path: string,
    name: string,
    schema: T,
    query: Query,
    signal: AbortSignal,
  ) {
    const { body } = await this.http.get(path, { query, signal });
    return this.read(body, name, schema);
  }

  /** What cannot be understood of a list is left out; a list that is none is a bad answer. */
  private read<T extends z.ZodType>(body: unknown, name: string, schema: T) {
    const list = parsedAnswer(
      this.config.name,
      body,
      z.object({
        [name]: z.array(z.unknown()),
        pagination_meta: z
          .object({ after: z.string().min(1).nullish().catch(undefined) })
          .nullish()
          .catch(undefined),
      }),
    ) as Record<string, unknown[]> & {
      readonly pagination_meta?: { readonly after?: string | null } | null;
    };
    const items = understood(list[name], schema);
    return { items, next: list.pagination_meta?.after ?? undefined };
  }
}
