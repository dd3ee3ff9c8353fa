import {
  AccountSchema,
  ProviderClient,
  ProviderHealth,
  ProviderRuntime,
  readAnswer,
  understood,
} from '@plimsoll/backstage-plugin-reliability-node';
import { nextPage } from '../RootlyClient';
import { rootlyHttp } from '../rootlyHttp';
import {
  incidentSchema,
  oneSchema,
  pageSchema,
  together,
  WholeAnswer,
} from './answers';
import { RootlyIncidentConfig } from './config';

const PAGE = 100;
/** An incident with all that belongs to it may be long. */
const MAX_BYTES = 20_000_000;
const INCLUDE = 'incident_post_mortem,action_items';

/** A page of incidents, and whether there are more. */
export interface IncidentPage {
  readonly incidents: readonly WholeAnswer[];
  readonly hasMore: boolean;
}

/** Asks one account at Rootly for incidents. @throws ProviderError, in each method */
export class RootlyIncidentClient {
  private readonly http: ProviderClient;

  constructor(
    private readonly config: RootlyIncidentConfig,
    runtime: ProviderRuntime,
  ) {
    this.http = rootlyHttp(config, runtime, MAX_BYTES);
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** Incidents that changed after a time, the oldest change first. @param since - milliseconds since the epoch */
  async page(
    since: number,
    page: number,
    signal: AbortSignal,
  ): Promise<IncidentPage> {
    const { body } = await this.http.get('/v1/incidents', {
      query: {
        'filter[updated_at][gt]': new Date(since).toISOString(),
        sort: 'updated_at',
        include: INCLUDE,
        'page[size]': PAGE,
        'page[number]': page,
      },
      signal,
    });
    const { data, included, meta } = this.parsed(body, pageSchema);
    return {
      incidents: together(understood(data, incidentSchema), included),
      hasMore: nextPage(meta) !== undefined,
    };
  }

  async incident(id: string, signal: AbortSignal): Promise<WholeAnswer> {
    const path = `/v1/incidents/${encodeURIComponent(id)}`;
    const query = { include: INCLUDE };
    const { body } = await this.http.get(path, { query, signal });
    const { data, included } = this.parsed(body, oneSchema);
    return together([data], included)[0];
  }

  private parsed<T>(body: unknown, schema: AccountSchema<T>): T {
    return readAnswer(body, schema, {
      account: this.config.name,
      vendor: 'Rootly',
    });
  }
}
