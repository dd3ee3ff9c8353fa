import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import {
  MAX_PUSH,
  PushFactsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { createServer, IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  ReliabilityFactsService,
  reliabilityFactsServiceRef,
} from './reliabilityFacts';

/** What the server was asked. */
interface Received {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: { source: string; facts: { key: string }[] };
}

type Answer = (body: Received['body']) => {
  readonly status?: number;
  readonly body: unknown;
};

const received: Received[] = [];
let answer: Answer;

/** Says of a fact what its key says. */
const verdicts: Answer = ({ facts }) => {
  const results = facts.map(({ key }, index) => ({
    index,
    status: key as PushFactsResponse['results'][number]['status'],
  }));
  const count = (status: string) =>
    results.filter(result => result.status === status).length;
  return {
    body: {
      stored: count('stored'),
      unchanged: count('unchanged'),
      rejected: count('rejected'),
      results,
    },
  };
};

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString());
  const { method, url, headers } = request;
  received.push({ method, url, headers, body });
  const reply = answer(body);
  response.writeHead(reply.status ?? 200, {
    'Content-Type': 'application/json',
  });
  response.end(JSON.stringify(reply.body));
});

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise(resolve => server.close(resolve));
});
beforeEach(() => {
  received.length = 0;
  answer = verdicts;
});

/** The service as the plugin `ci` gets it. */
async function factsService() {
  const { port } = server.address() as AddressInfo;
  const factory = createServiceFactory({
    service: createServiceRef<ReliabilityFactsService>({ id: 'test.facts' }),
    deps: { facts: reliabilityFactsServiceRef },
    factory: ({ facts }) => facts,
  });
  return ServiceFactoryTester.from(factory, {
    dependencies: [
      mockServices.auth.factory(),
      createServiceFactory({
        service: coreServices.discovery,
        deps: {},
        factory: () => ({
          getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
          getExternalBaseUrl: async () => 'http://elsewhere.invalid',
        }),
      }),
    ],
  }).getSubject('ci');
}

const factOf = (key: string) => ({
  entityRef: 'component:default/pay',
  key,
  value: 1,
});

const push = async (...keys: string[]) =>
  (await factsService()).push({ source: 'ci', facts: keys.map(factOf) });

describe('a push', () => {
  it('goes to the plugin in its own name, as the plugin that calls', async () => {
    await push('stored');
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      method: 'PUT',
      url: '/api/reliability/facts',
      body: { source: 'ci', facts: [factOf('stored')] },
      headers: {
        'content-type': 'application/json',
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:ci'),
          targetPluginId: 'reliability',
        }),
      },
    });
  });

  it('answers with the verdict on every fact', async () => {
    await expect(
      push('stored', 'rejected', 'unchanged', 'stored'),
    ).resolves.toEqual({
      stored: 2,
      unchanged: 1,
      rejected: 1,
      results: [
        { index: 0, status: 'stored' },
        { index: 1, status: 'rejected' },
        { index: 2, status: 'unchanged' },
        { index: 3, status: 'stored' },
      ],
    });
  });

  it('of nothing asks nobody', async () => {
    await expect(push()).resolves.toEqual({
      stored: 0,
      unchanged: 0,
      rejected: 0,
      results: [],
    });
    expect(received).toEqual([]);
  });
});

describe('a big push', () => {
  it.each([
    ['in one request as long as it fits', MAX_PUSH, [MAX_PUSH]],
    ['in two where one fact is too many', MAX_PUSH + 1, [MAX_PUSH, 1]],
    ['in as many as it takes', 2 * MAX_PUSH + 5, [MAX_PUSH, MAX_PUSH, 5]],
  ])('goes %s', async (_, count, sizes) => {
    const { stored, results } = await push(...Array(count).fill('stored'));
    expect(received.map(({ body }) => body.facts.length)).toEqual(sizes);
    expect(received.map(({ body }) => body.source)).toEqual(
      sizes.map(() => 'ci'),
    );
    expect(stored).toBe(count);
    expect(results.map(({ index }) => index)).toEqual([...Array(count).keys()]);
  });

  it('adds the verdicts up and counts their places on', async () => {
    const keys: string[] = Array(MAX_PUSH + 2).fill('unchanged');
    keys[7] = 'rejected';
    keys[MAX_PUSH + 1] = 'rejected';
    const { results, ...counts } = await push(...keys);
    expect(counts).toEqual({ stored: 0, unchanged: MAX_PUSH, rejected: 2 });
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([
      { index: 7, status: 'rejected' },
      { index: MAX_PUSH + 1, status: 'rejected' },
    ]);
  });
});

describe('a push that is refused', () => {
  const refused =
    (status: number, name: string, message: string): Answer =>
    () => ({
      status,
      body: { error: { name, message }, response: { statusCode: status } },
    });

  it.each([
    [400, 'InputError', 'Invalid body: source: expected lower-case letters'],
    [403, 'NotAllowedError', 'Only services may push facts'],
    [503, 'ServiceUnavailableError', 'Starting'],
  ])('with %i throws what the plugin said', async (status, name, message) => {
    answer = refused(status, name, message);
    await expect(push('stored')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: status,
      cause: { name, message },
    });
  });

  it('is not continued', async () => {
    answer = refused(403, 'NotAllowedError', 'No');
    await expect(push(...Array(MAX_PUSH + 1).fill('stored'))).rejects.toThrow();
    expect(received).toHaveLength(1);
  });
});
