import {
  RouteContract,
  routes,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { listItem } from './csvColumns';

type Json = { [key: string]: unknown };

const described: Record<number, string> = {
  400: 'The request is not as described; the message names the field',
  401: 'No valid token',
  403: 'A permission is missing',
  404: 'There is no such thing, or the caller may not see it',
  409: 'It was changed since the caller read it; the message says to what',
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
  }) as Json;
  return json;
}

const content = (schema: Json) => ({ 'application/json': { schema } });

/** A reply that is a text is sent as such and not as JSON. */
function replyContent(schema: Json, path: string): Json {
  if (schema.type !== 'string') return content(schema);
  return path.endsWith('.ics')
    ? { 'text/calendar': { schema } }
    : { 'text/plain': { schema } };
}

function parameters(route: RouteContract): Json[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const query = route.query && schemaOf(route.query, 'input');
  const required = (query?.required ?? []) as string[];
  const inQuery = Object.entries((query?.properties ?? {}) as Json).map(
    ([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    }),
  );
  const format = {
    name: 'format',
    in: 'query',
    required: false,
    description: 'csv: the whole list as a table; limit and cursor are ignored',
    schema: { type: 'string', enum: ['csv'] },
  };
  return [...inPath, ...inQuery, ...(listItem(route) ? [format] : [])];
}

function operation(id: string, route: RouteContract): Json {
  const errors = [401, ...route.statuses].map(status => [
    status,
    {
      description: described[status],
      content: content({ $ref: '#/components/schemas/Error' }),
    },
  ]);
  return {
    operationId: id,
    summary: route.summary,
    parameters: parameters(route),
    ...(route.body && {
      requestBody: {
        required: true,
        content: content(schemaOf(route.body, 'input')),
      },
    }),
    responses: {
      200: {
        description: 'Done',
        content: {
          ...replyContent(schemaOf(route.response, 'output'), route.path),
          ...(listItem(route) && {
            'text/csv': { schema: { type: 'string' } },
          }),
        },
      },
      ...Object.fromEntries(errors),
    },
  };
}

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: { name: { type: 'string' }, message: { type: 'string' } },
    },
  },
};

/** The OpenAPI document, made from the same schemas that parse the requests. */
export function createOpenApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [id, route] of Object.entries<RouteContract>(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(id, route) };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Plimsoll',
      version: '1',
      description:
        'Tiers, facts, scorecards, SLOs, on-call and the ranking of services. Scores and coverage are integers per mille, times are RFC 3339.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/api/reliability' }],
    security: [{ JWT: [] }],
    paths,
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: {
        JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  };
}
