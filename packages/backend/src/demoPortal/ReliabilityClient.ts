import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { PERSON_HEADER } from '../demoPeople/authenticator';

/** Talks to the reliability API as one caller. */
export interface Caller {
  get<T>(path: string): Promise<T>;
  send<T>(
    method: 'PUT' | 'POST' | 'PATCH',
    path: string,
    body: object,
  ): Promise<T>;
}

/** The public API, as a machine or as somebody of the company. */
export class ReliabilityClient {
  private readonly options: { auth: AuthService; discovery: DiscoveryService };

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.options = options;
  }

  async asMachine(): Promise<Caller> {
    const { auth } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'reliability',
    });
    return this.callerWith(token);
  }

  /** @throws ResponseError when the catalog does not know the person, or not yet */
  async asPerson(name: string): Promise<Caller> {
    const baseUrl = await this.options.discovery.getBaseUrl('auth');
    const session = await ask(`${baseUrl}/demo/refresh`, {
      headers: { [PERSON_HEADER]: name },
    });
    return this.callerWith(session.backstageIdentity.token);
  }

  private async callerWith(token: string): Promise<Caller> {
    const baseUrl = await this.options.discovery.getBaseUrl('reliability');
    const headers = {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
    };
    return {
      get: path => ask(`${baseUrl}${path}`, { headers }),
      send: (method, path, body) =>
        ask(`${baseUrl}${path}`, {
          method,
          headers,
          body: JSON.stringify(body),
        }),
    };
  }
}

async function ask(url: string, init: RequestInit) {
  const response = await fetch(url, init);
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response.json();
}
