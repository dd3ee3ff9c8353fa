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
import {
  IncidentAnswer,
  incidentSchema,
  pageSchema,
  ReportAnswer,
  reportSchema,
} from './answers';
import { FirehydrantConfig } from './config';

const PAGE = 100;

/** A page of incidents, and the number of the next one. */
export interface IncidentPage {
  readonly incidents: readonly IncidentAnswer[];
  readonly next?: number;
}

const iso = (ms: number) => new Date(ms).toISOString();

/** Asks one account at FireHydrant. @throws ProviderError, in each method */
export class FirehydrantClient {
  private readonly http: ProviderClient;

  constructor(
    private readonly config: FirehydrantConfig,
    runtime: ProviderRuntime,
  ) {
    this.http = createProviderHttp({
      account: config.name,
      baseUrl: config.baseUrl,
      headers: () => ({
        authorization: `Bearer ${config.token}`,
        accept: 'application/json',
      }),
      rateLimit: rateLimitSeconds({
        remaining: 'ratelimit-remaining',
        reset: 'ratelimit-reset',
      }),
      // The whole company shares 50 requests in ten seconds.
      concurrency: 1,
      minRemaining: 5,
      runtime,
    });
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** Incidents that changed since then. @param since - milliseconds since the epoch */
  async incidents(
    since: number,
    page: number,
    signal: AbortSignal,
  ): Promise<IncidentPage> {
    const query = { updated_after: iso(since), page, per_page: PAGE };
    const { body } = await this.http.get('/v1/incidents', { query, signal });
    const { data, pagination } = this.parsed(body, pageSchema);
    return {
      incidents: understood(data, incidentSchema),
      ...(pagination?.next && { next: pagination.next }),
    };
  }

  async incident(id: string, signal: AbortSignal): Promise<IncidentAnswer> {
    const path = `/v1/incidents/${encodeURIComponent(id)}`;
    const { body } = await this.http.get(path, { signal });
    return this.parsed(body, incidentSchema);
  }

  /** Retrospectives that changed since then. @param since - milliseconds since the epoch */
  async reports(since: number, signal: AbortSignal): Promise<ReportAnswer[]> {
    const query = { updated_since: iso(since), per_page: PAGE, page: 1 };
    const found: ReportAnswer[] = [];
    for await (const page of this.http.pages<ReportAnswer>(
      '/v1/post_mortems/reports',
      {
        first: query,
        read: ({ body }) => {
          const { data, pagination } = this.parsed(body, pageSchema);
          const next = pagination?.next;
          return {
            items: understood(data, reportSchema),
            next: next ? { ...query, page: next } : undefined,
          };
        },
        key: ({ id }) => id,
        signal,
      },
    )) {
      found.push(...page);
    }
    return found;
  }

  private parsed<T>(body: unknown, schema: AccountSchema<T>): T {
    return readAnswer(body, schema, {
      account: this.config.name,
      vendor: 'FireHydrant',
    });
  }
}
