import {
  createProviderHttp,
  ProviderClient,
  ProviderHealth,
  ProviderRuntime,
  readAnswer,
  understood,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { IncidentAnswer, incidentSchema } from './answers';
import { PublicConfig } from './config';
import { Listing, Some, StatusPage } from './StatusPage';

/** A page tells everybody so many, and no older ones. */
const TOLD = 50;
const MOST_BYTES = 20_000_000;

const listSchema = z.object({ incidents: z.array(z.unknown()) });

/** A page that is read as everybody can: its newest incidents, and those that go on. */
export class PublicPage implements StatusPage {
  private readonly http: ProviderClient;

  constructor(private readonly config: PublicConfig, runtime: ProviderRuntime) {
    this.http = createProviderHttp({
      account: config.name,
      baseUrl: config.baseUrl,
      headers: () => ({ accept: 'application/json' }),
      concurrency: 1,
      maxResponseBytes: MOST_BYTES,
      runtime,
    });
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  async list(_: number, signal: AbortSignal): Promise<Listing> {
    const { incidents } = await this.told('incidents', signal);
    return { incidents, hasMore: false };
  }

  /** Only of a page that tells all it has is known what is gone. */
  async some(ids: readonly string[], signal: AbortSignal): Promise<Some> {
    if (ids.length === 0) return { incidents: [], gone: [] };
    const { incidents, count } = await this.told('incidents', signal);
    const isCut = count >= TOLD;
    const known = new Map(incidents.map(each => [each.id, each]));
    if (isCut && ids.some(id => !known.has(id))) {
      const unresolved = await this.told('incidents/unresolved', signal);
      for (const each of unresolved.incidents) known.set(each.id, each);
    }
    return {
      incidents: ids.flatMap(id => known.get(id) ?? []),
      gone: isCut ? [] : ids.filter(id => !known.has(id)),
    };
  }

  private async told(
    list: string,
    signal: AbortSignal,
  ): Promise<{ incidents: IncidentAnswer[]; count: number }> {
    const { body } = await this.http.get(`/api/v2/${list}.json`, { signal });
    const { incidents } = readAnswer(body, listSchema, {
      account: this.config.name,
      vendor: 'a page of Statuspage',
    });
    return {
      incidents: understood(incidents, incidentSchema),
      count: incidents.length,
    };
  }
}
