import {
  AccountSchema,
  createProviderHttp,
  ProviderClient,
  ProviderHealth,
  ProviderRuntime,
  readAnswer,
  readEach,
  understood,
  unlessNotFound,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { IncidentAnswer, incidentSchema } from './answers';
import { ManagedConfig } from './config';
import { oneASecond } from './oneASecond';
import { ID, Listing, Some, StatusPage } from './StatusPage';

const PAGE = 100;
/** Incidents bring all their updates with them. */
const MOST_BYTES = 20_000_000;

/** A page that is read with a key of its owner, as far back as it goes. */
export class ManagedPage implements StatusPage {
  private readonly http: ProviderClient;
  private readonly path: string;

  constructor(
    private readonly config: ManagedConfig,
    runtime: ProviderRuntime,
  ) {
    this.path = `/v1/pages/${config.pageId}/incidents`;
    this.http = createProviderHttp({
      account: config.name,
      baseUrl: config.baseUrl,
      headers: () => ({
        authorization: `OAuth ${config.apiKey}`,
        accept: 'application/json',
      }),
      concurrency: 1,
      timeoutMs: 30_000,
      maxResponseBytes: MOST_BYTES,
      fetch: oneASecond(runtime),
      runtime,
    });
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  async list(number: number, signal: AbortSignal): Promise<Listing> {
    const query = { limit: PAGE, page: number };
    const { body } = await this.http.get(this.path, { query, signal });
    const items = this.parsed(body, z.array(z.unknown()));
    return {
      incidents: understood(items, incidentSchema),
      hasMore: items.length >= PAGE,
    };
  }

  async some(ids: readonly string[], signal: AbortSignal): Promise<Some> {
    const { found, gone } = await readEach(ids, {
      wanted: ID,
      read: id => unlessNotFound(this.one(id, signal)),
    });
    return { incidents: found, gone };
  }

  private async one(id: string, signal: AbortSignal): Promise<IncidentAnswer> {
    const { body } = await this.http.get(`${this.path}/${id}`, { signal });
    return this.parsed(body, incidentSchema);
  }

  private parsed<T>(body: unknown, schema: AccountSchema<T>): T {
    return readAnswer(body, schema, {
      account: this.config.name,
      vendor: 'Statuspage',
    });
  }
}
