import {
  concernsOneRotation,
  createProviderHttp,
  inParallel,
  ProviderClient,
  ProviderError,
  ProviderHealth,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { IncidentAnswer, incidentSchema, incidentsOf } from './answers';
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
    return { incidents: incidentsOf(items), hasMore: items.length >= PAGE };
  }

  async some(ids: readonly string[], signal: AbortSignal): Promise<Some> {
    const answers = await inParallel(ids, 1, id => this.one(id, signal));
    return {
      incidents: answers.flatMap(answer => answer ?? []),
      gone: ids.filter((_, index) => !answers[index]),
    };
  }

  /** @returns undefined for one that is not there */
  private async one(
    id: string,
    signal: AbortSignal,
  ): Promise<IncidentAnswer | undefined> {
    if (!ID.test(id)) return undefined;
    try {
      const { body } = await this.http.get(`${this.path}/${id}`, { signal });
      return this.parsed(body, incidentSchema);
    } catch (error) {
      const isGone =
        concernsOneRotation(error) && error.failure === 'not-found';
      if (!isGone) throw error;
      return undefined;
    }
  }

  private parsed<T extends z.ZodType>(body: unknown, schema: T): z.output<T> {
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new ProviderError(
      'bad-answer',
      `Account "${this.config.name}" answers, but not as Statuspage does. Check its baseUrl in the configuration.`,
    );
  }
}
