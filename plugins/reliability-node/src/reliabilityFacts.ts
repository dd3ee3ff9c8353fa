import {
  AuthService,
  coreServices,
  createServiceFactory,
  createServiceRef,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  MAX_PUSH,
  PushFactsRequest,
  PushFactsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';

/** Pushes facts from another backend plugin or module. @public */
export interface ReliabilityFactsService {
  /**
   * Pushes facts of one source with the credentials of the calling plugin. More than fit into one request go
   * in several; the verdicts come back in the order of the facts.
   *
   * @throws ResponseError when the request as a whole is refused
   */
  push(request: PushFactsRequest): Promise<PushFactsResponse>;
}

class HttpReliabilityFacts implements ReliabilityFactsService {
  constructor(
    private readonly options: {
      readonly auth: AuthService;
      readonly discovery: DiscoveryService;
    },
  ) {}

  async push({ source, facts }: PushFactsRequest): Promise<PushFactsResponse> {
    const total: PushFactsResponse = {
      stored: 0,
      unchanged: 0,
      rejected: 0,
      results: [],
    };
    for (let start = 0; start < facts.length; start += MAX_PUSH) {
      const slice = facts.slice(start, start + MAX_PUSH);
      const reply = await this.send({ source, facts: slice });
      total.stored += reply.stored;
      total.unchanged += reply.unchanged;
      total.rejected += reply.rejected;
      total.results.push(
        ...reply.results.map(result => ({
          ...result,
          index: result.index + start,
        })),
      );
    }
    return total;
  }

  private async send(request: PushFactsRequest): Promise<PushFactsResponse> {
    const { auth, discovery } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'reliability',
    });
    const response = await fetch(
      `${await discovery.getBaseUrl('reliability')}/facts`,
      {
        method: 'PUT',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${token}`,
        },
        body: JSON.stringify(request),
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}

/** The service by which other plugins push facts. @public */
export const reliabilityFactsServiceRef =
  createServiceRef<ReliabilityFactsService>({
    id: 'reliability.facts',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        factory: deps => new HttpReliabilityFacts(deps),
      }),
  });
