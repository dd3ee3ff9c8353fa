import {
  RouteContract,
  routes,
} from '@plimsoll/backstage-plugin-reliability-common';
import { createTestApi } from '../__testUtils__/app';
import { openTestDatabase, testDatabases } from '../__testUtils__/databases';
import { createHarness } from '../__testUtils__/harness';
import { openApiProblems } from '../__testUtils__/openApiProblems';
import { listItem } from './csvColumns';
import { createOpenApiDocument } from './openapi';
import { z } from 'zod';

jest.setTimeout(60_000);

const databases = testDatabases();

type Operation = {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: object;
  responses: Record<string, object>;
};
type Document = { paths: Record<string, Record<string, Operation>> };

const document = createOpenApiDocument();
const { paths } = document as unknown as Document;

it('is served to whoever has a token', async () => {
  const knex = await openTestDatabase(databases, 'SQLITE_3');
  const api = createTestApi(await createHarness({ knex }));
  const { status, body } = await api.get('/openapi.json');
  expect(status).toBe(200);
  expect(body).toEqual(JSON.parse(JSON.stringify(document)));
  expect((await api.asMachine(api.get('/openapi.json'))).status).toBe(200);
  expect((await api.asNobody(api.get('/openapi.json'))).status).toBe(401);
});

it('is valid OpenAPI 3.0, and every reference resolves', () => {
  expect(openApiProblems(document)).toEqual([]);
});

it('describes every route and no other', () => {
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) => `${operationId}: ${method} ${path}`,
    ),
  );
  expect(described.sort()).toEqual(
    Object.entries<RouteContract>(routes)
      .map(
        ([id, { method, path }]) =>
          `${id}: ${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
      )
      .sort(),
  );
});

it.each(Object.entries<RouteContract>(routes))(
  'describes the statuses, the query and the body of %s',
  (_, route) => {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const operation = paths[path][route.method];
    expect(Object.keys(operation.responses).map(Number)).toEqual(
      [200, 401, ...route.statuses].sort(),
    );
    expect(
      operation.parameters
        .filter(parameter => parameter.in === 'query')
        .map(({ name, required }) => [name, required]),
    ).toEqual([
      ...Object.entries<z.ZodType>(route.query?.shape ?? {}).map(
        ([name, schema]) => [name, !schema.safeParse(undefined).success],
      ),
      ...(listItem(route) ? [['format', false]] : []),
    ]);
    expect(Boolean(operation.requestBody)).toBe(Boolean(route.body));
    expect(operation.summary).toBe(route.summary);
  },
);

it('tells that a token is needed', () => {
  expect(document).toMatchObject({ security: [{ JWT: [] }] });
});

describe('a document is refused', () => {
  const minimal = (operation: object, rest: object = {}) => ({
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths: { '/a/{b}': { get: operation } },
    ...rest,
  });
  const content = (schema: object) => ({ 'application/json': { schema } });
  const good = {
    operationId: 'a',
    parameters: [
      { name: 'b', in: 'path', required: true, schema: { type: 'string' } },
    ],
    responses: { 200: { description: 'Done', content: content({}) } },
  };
  const replying = (schema: object) => ({
    ...good,
    responses: { 200: { description: 'Done', content: content(schema) } },
  });

  it('not when it is right', () => {
    expect(openApiProblems(minimal(good))).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    [
      'of another version',
      minimal(good, { openapi: '3.1.0' }),
      /no OpenAPI 3\.0/,
    ],
    [
      'without a title',
      minimal(good, { info: { version: '1' } }),
      /info has no title/,
    ],
    [
      'with a parameter missing',
      minimal({ ...good, parameters: [] }),
      /\{b\} is no parameter/,
    ],
    [
      'with a reference to nowhere',
      minimal(
        replying({ type: 'array', items: { $ref: '#/components/schemas/X' } }),
      ),
      /schemas\/X is not there/,
    ],
    [
      'with a keyword of JSON Schema',
      minimal(replying({ properties: { a: { const: 1 } } })),
      /\.a: const is no keyword/,
    ],
    [
      'with two types',
      minimal(replying({ type: ['string', 'null'] })),
      /is no type/,
    ],
    [
      'with an exclusive bound that is a number',
      minimal(replying({ exclusiveMinimum: 3 })),
      /exclusiveMinimum is yes or no/,
    ],
    [
      'with a list of nothing',
      minimal(replying({ type: 'array' })),
      /an array without items/,
    ],
    [
      'with a requirement that is no property',
      minimal(replying({ required: ['a'] })),
      /requires a/,
    ],
    [
      'with security that is not defined',
      minimal(good, { security: [{ JWT: [] }] }),
      /security JWT is not there/,
    ],
  ])('%s', (_, wrong, problem) => {
    expect(openApiProblems(wrong as Record<string, unknown>)).toEqual([
      expect.stringMatching(problem),
    ]);
  });
});
