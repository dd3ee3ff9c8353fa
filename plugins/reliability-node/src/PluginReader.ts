import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** Reads JSON from another backend plugin of the portal, with the credentials of the calling plugin. @public */
export class PluginReader {
  constructor(
    private readonly options: {
      readonly auth: AuthService;
      readonly discovery: DiscoveryService;
      /** Id of the plugin that is read. */
      readonly pluginId: string;
    },
  ) {}

  /**
   * What a route answers; undefined where it answers 404, as the routes of a plugin do that is not installed.
   *
   * @param body - sent as JSON by POST; absent: GET
   * @throws ResponseError when it answers with another failure
   */
  async read(
    path: string,
    { signal, body }: { readonly signal: AbortSignal; readonly body?: object },
  ): Promise<unknown> {
    const { auth, discovery, pluginId } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: pluginId,
    });
    const response = await fetch(
      `${await discovery.getBaseUrl(pluginId)}${path}`,
      {
        signal,
        method: body ? 'POST' : 'GET',
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    if (response.status === 404) return undefined;
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
