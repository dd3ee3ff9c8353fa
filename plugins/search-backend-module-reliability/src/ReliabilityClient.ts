import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  IncidentItem,
  listIncidentsResponseSchema,
  listPostmortemsResponseSchema,
  listServicesResponseSchema,
  PostmortemItem,
  RankedServiceItem,
} from '@plimsoll/backstage-plugin-reliability-common';

/** What a page of any list holds. */
interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

interface PageSchema<T> {
  parse(reply: unknown): Page<T>;
}

const PLUGIN = 'reliability';
const PAGE_SIZE = '500';

/** Reads services, incidents and postmortems from the backend of Plimsoll, as this plugin and not as a person. */
export class ReliabilityClient {
  constructor(
    private readonly options: {
      readonly auth: AuthService;
      readonly discovery: DiscoveryService;
    },
  ) {}

  /**
   * Incidents that began since a time, the newest first.
   *
   * @param since - RFC 3339
   * @throws ResponseError when the backend refuses
   */
  incidents(since: string): AsyncGenerator<IncidentItem> {
    return this.pages(
      'incidents',
      { from: since },
      listIncidentsResponseSchema as PageSchema<IncidentItem>,
    );
  }

  /** Published postmortems, the last changed first. @throws ResponseError when the backend refuses */
  publishedPostmortems(): AsyncGenerator<PostmortemItem> {
    return this.pages(
      'postmortems',
      { state: 'published' },
      listPostmortemsResponseSchema as PageSchema<PostmortemItem>,
    );
  }

  /** Services of the first scorecard, the best first. @throws ResponseError when the backend refuses */
  services(): AsyncGenerator<RankedServiceItem> {
    return this.pages(
      'services',
      {},
      listServicesResponseSchema as PageSchema<RankedServiceItem>,
    );
  }

  private async *pages<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: PageSchema<T>,
  ): AsyncGenerator<T> {
    let cursor: string | undefined;
    do {
      const search = new URLSearchParams({ ...query, limit: PAGE_SIZE });
      if (cursor) search.set('cursor', cursor);
      const page: Page<T> = schema.parse(await this.get(`${path}?${search}`));
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor);
  }

  private async get(path: string): Promise<unknown> {
    const { auth, discovery } = this.options;
    // For every page: a token lives shorter than a long list takes.
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN,
    });
    const baseUrl = await discovery.getBaseUrl(PLUGIN);
    const response = await fetch(`${baseUrl}/${path}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
