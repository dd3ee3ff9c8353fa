import {
  ProviderHealth,
  ProviderRuntime,
  timeOf,
  understood,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { opsgenieLimit } from '../../limits';
import { OperationsHttp } from '../../OperationsClient';
import { OpsgenieIncidentConfig } from '../config';
import {
  EntryAnswer,
  entrySchema,
  IncidentAnswer,
  incidentSchema,
  ServiceAnswer,
  serviceSchema,
} from './answers';

const PAGE = 100;

const inside = <T extends z.ZodType>(schema: T) => z.object({ data: schema });

const paging = z
  .object({ next: z.string().nullish() })
  .nullish()
  .catch(undefined);

const listSchema = z.object({ data: z.array(z.unknown()), paging });

const entriesSchema = inside(
  z.object({
    entries: z.array(z.unknown()),
    nextOffset: z
      .union([z.string().min(1), z.number()])
      .nullish()
      .catch(undefined),
  }),
);

/** Incidents of a page, and whether older ones follow. */
export interface IncidentPage {
  readonly incidents: readonly IncidentAnswer[];
  readonly more: boolean;
  /** When the oldest of them was created; milliseconds since the epoch. */
  readonly oldest?: number;
}

/** Asks one account of Opsgenie for incidents. @throws ProviderError, in each method */
export class OpsgenieIncidentClient {
  private readonly http: OperationsHttp;

  constructor(
    { name, apiKey, baseUrl }: OpsgenieIncidentConfig,
    runtime: ProviderRuntime,
  ) {
    this.http = new OperationsHttp('Opsgenie', {
      account: name,
      baseUrl,
      headers: () => ({
        authorization: `GenieKey ${apiKey}`,
        accept: 'application/json',
      }),
      rateLimit: opsgenieLimit,
      runtime,
    });
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** The newest incidents that a query finds. */
  async newest(query: string, signal: AbortSignal): Promise<IncidentPage> {
    const { data, paging: next } = await this.http.get(
      '/v1/incidents',
      listSchema,
      signal,
      { query, limit: PAGE, offset: 0, sort: 'createdAt', order: 'desc' },
    );
    const incidents = understood(data, incidentSchema);
    const times = incidents.flatMap(({ createdAt }) => timeOf(createdAt) ?? []);
    return {
      incidents,
      more: Boolean(next?.next),
      ...(times.length > 0 && { oldest: Math.min(...times) }),
    };
  }

  async incident(id: string, signal: AbortSignal): Promise<IncidentAnswer> {
    const path = `/v1/incidents/${encodeURIComponent(id)}`;
    const schema = inside(incidentSchema);
    const query = { identifierType: 'id' };
    return (await this.http.get(path, schema, signal, query)).data;
  }

  /** What happened to an incident, whatever its order. */
  async timeline(id: string, signal: AbortSignal): Promise<EntryAnswer[]> {
    const path = `/v2/incident-timelines/${encodeURIComponent(id)}/entries`;
    const entries: unknown[] = [];
    for await (const page of this.http.pagesBy(
      path,
      { limit: PAGE },
      entriesSchema,
      ({ data }) => ({
        items: data.entries,
        next:
          data.nextOffset === null || data.nextOffset === undefined
            ? undefined
            : { offset: data.nextOffset },
      }),
      signal,
    )) {
      entries.push(...page);
    }
    return understood(entries, entrySchema);
  }

  async service(id: string, signal: AbortSignal): Promise<ServiceAnswer> {
    const path = `/v1/services/${encodeURIComponent(id)}`;
    return (await this.http.get(path, inside(serviceSchema), signal)).data;
  }

  async *services(
    signal: AbortSignal,
  ): AsyncIterable<readonly ServiceAnswer[]> {
    for await (const page of this.http.pages(
      '/v1/services',
      { limit: PAGE },
      listSchema,
      ({ data, paging: next }) => ({ items: data, more: Boolean(next?.next) }),
      signal,
    )) {
      yield understood(page, serviceSchema);
    }
  }
}
