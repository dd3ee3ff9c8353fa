import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  RouteContract,
  RouteInput,
  RouteName,
  RouteOutput,
  routes,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { describeIssues } from './describeIssues';
import { Endpoint, Handle } from './endpoint';
import { JsonText } from './JsonText';

function parsed(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(describeIssues(result.error));
}

/**
 * The routes of the contract for callers within this process: what is composed of several answers asks for them
 * as everybody does, with the permissions of who asks. Writes made this way leave no audit event of their own.
 */
export class LocalApi {
  private readonly handles = new Map<RouteContract, Handle<RouteContract>>();

  /** Registers a route, as `createEndpoints` does. */
  readonly on: Endpoint = (route, handle) => {
    this.handles.set(route, handle as unknown as Handle<RouteContract>);
  };

  /**
   * What a route answers.
   *
   * @throws InputError as over HTTP, and whatever the route throws
   */
  async call<Name extends RouteName>(
    name: Name,
    input: RouteInput<Name>,
    credentials: BackstageCredentials,
  ): Promise<RouteOutput<Name>> {
    const route: RouteContract = routes[name];
    const handle = this.handles.get(route);
    if (!handle) throw new Error(`Nothing answers the route ${name}`);
    const { query, body, entityRef, ...params } = input as {
      query?: object;
      body?: unknown;
      entityRef?: string;
    };
    const reply = await handle({
      credentials,
      params: params as Record<string, string>,
      entityRef: entityRef?.toLocaleLowerCase('en-US') ?? '',
      query: parsed(route.query?.strict(), query ?? {}) as never,
      body: parsed(route.body, body) as never,
    });
    return (
      reply instanceof JsonText ? JSON.parse(reply.text) : reply
    ) as RouteOutput<Name>;
  }
}
