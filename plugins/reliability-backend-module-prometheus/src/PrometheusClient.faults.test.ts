import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { Duplex } from 'node:stream';
import selfsigned from 'selfsigned';
import { clientFor, faultOf, never } from './__testUtils__/client';
import {
  FakeServer,
  json,
  Received,
  startFakeServer,
  vector,
} from './__testUtils__/fakeServer';

type Answer = (received: Received, response: http.ServerResponse) => void;

const page =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end('<html><body>Sign in to s3cret</body></html>');
  };

const text =
  (body: string): Answer =>
  (_, response) => {
    response.end(body);
  };

const apiError = (status: number, errorType: string, error: string) =>
  json({ status: 'error', errorType, error }, status);

const endless: Answer = (_, response) => {
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
  };
  response.on('drain', more);
  more();
};

let server: FakeServer;
beforeAll(async () => {
  server = await startFakeServer();
});
afterAll(() => server.stop());

const ask = (more: object = {}) =>
  clientFor(server.url, { timeout: 'PT1S', ...more }).query('up', 0, never());

describe('what a source does wrong has a name, and a message that says what to do', () => {
  it.each<[string, Answer, string, RegExp]>([
    [
      'a query with an error',
      apiError(400, 'bad_data', 'parse error: unexpected <eof>, expected "("'),
      'bad-query',
      /refuses the query .* Correct the query/,
    ],
    [
      'a query that cannot be joined',
      apiError(422, 'execution', 'found duplicate series for the match group'),
      'bad-query',
      /duplicate series/,
    ],
    [
      'more samples than it holds',
      apiError(
        422,
        'execution',
        'query processing would load too many samples into memory',
      ),
      'too-much',
      /too many samples .*recording rules/,
    ],
    [
      'more points than it gives',
      apiError(
        400,
        'bad_data',
        'exceeded maximum resolution of 11,000 points per timeseries',
      ),
      'too-much',
      /11,000 points/,
    ],
    [
      'a window that Mimir finds too long',
      apiError(
        422,
        'execution',
        'the query time range exceeds the limit (err-mimir-max-query-length)',
      ),
      'too-much',
      /err-mimir/,
    ],
    [
      'a query that it gave up',
      apiError(503, 'timeout', 'query timed out in expression evaluation'),
      'too-much',
      /gave the query up/,
    ],
    ['a gateway that waited too long', page(504), 'timeout', /status 504/],
    [
      'credentials that are not enough',
      page(401),
      'refused',
      /does not let us in .*credentials/,
    ],
    ['a tenant that is not ours', page(403), 'refused', /tenant/],
    ['too many questions', page(429), 'over-budget', /asked too often/],
    ['a start-up page', page(503), 'unreachable', /has trouble \(status 503\)/],
    ['a path that is not there', page(404), 'bad-answer', /url/],
    ['a login page', page(200), 'bad-answer', /no whole JSON/],
    [
      'a redirect to one',
      page(302, { location: 'https://login.example/?token=s3cret' }),
      'refused',
      /another address/,
    ],
    [
      'half of an answer',
      text('{"status":"success","data":{"resultType":"vec'),
      'bad-answer',
      /no whole JSON/,
    ],
    ['nothing', text(''), 'bad-answer', /no whole JSON/],
    [
      'another type of result',
      json({ status: 'success', data: { resultType: 'matrix', result: [] } }),
      'bad-answer',
      /another form/,
    ],
    [
      'JSON of somebody else',
      json({ hello: 'world' }),
      'bad-answer',
      /another form/,
    ],
    [
      'an answer without end',
      endless,
      'too-much',
      /more than 20000 bytes.*maxResponseBytes/,
    ],
    ['silence', () => {}, 'timeout', /within 1 s.*recording rules/],
    [
      'an answer that stops in the middle',
      (_, response) => {
        response.write('{"status":');
      },
      'timeout',
      /within 1 s/,
    ],
    [
      'a connection that it cuts',
      (_, response) => {
        (response.socket as Duplex).destroy();
      },
      'unreachable',
      /closed the connection/,
    ],
  ])('%s', async (_, answer, failure, message) => {
    server.answer = answer;
    const fault = await faultOf(ask({ maxResponseBytes: 20_000 }));
    expect(fault).toEqual({ failure, message: expect.stringMatching(message) });
    expect(fault.message).toContain('Source "main"');
    expect(fault.message).not.toMatch(/s3cret|<html/);
  });

  it('an address where nobody listens', async () => {
    const gone = await startFakeServer();
    await gone.stop();
    const question = clientFor(gone.url).query('up', 0, never());
    expect(await faultOf(question)).toEqual({
      failure: 'unreachable',
      message: expect.stringMatching(/nothing listens .*ECONNREFUSED/),
    });
  });

  it('a redirect is not followed', async () => {
    const other = await startFakeServer();
    server.answer = page(307, { location: `${other.url}/api/v1/query` });
    await faultOf(ask());
    expect(other.received).toEqual([]);
    await other.stop();
  });

  it('an evaluation that is stopped', async () => {
    server.answer = () => {};
    const stopped = new AbortController();
    const question = clientFor(server.url).query('up', 0, stopped.signal);
    stopped.abort();
    expect(await faultOf(question)).toEqual({
      failure: 'timeout',
      message: expect.stringMatching(/stopped/),
    });
  });
});

describe('certificates', () => {
  const pem = selfsigned.generate([{ name: 'commonName', value: 'plimsoll' }], {
    extensions: [
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-tls-'));
  const caFile = path.join(folder, 'ca.pem');
  fs.writeFileSync(caFile, pem.cert);
  let secure: FakeServer;
  beforeAll(async () => {
    secure = await startFakeServer({ key: pem.private, cert: pem.cert });
  });
  afterAll(async () => {
    await secure.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('one of an unknown authority is refused', async () => {
    const fault = await faultOf(clientFor(secure.url).query('up', 0, never()));
    expect(fault).toEqual({
      failure: 'unreachable',
      message: expect.stringMatching(/SELF_SIGNED.*tls\.caFile/),
    });
    expect(secure.received).toEqual([]);
  });

  it('one for another name is refused', async () => {
    const fault = await faultOf(
      clientFor(secure.url.replace('127.0.0.1', 'localhost'), {
        tls: { caFile },
      }).query('up', 0, never()),
    );
    expect(fault).toEqual({
      failure: 'unreachable',
      message: expect.stringMatching(/ALTNAME/),
    });
  });

  it.each([
    ['of an authority that is named', { caFile }],
    ['that is not looked at', { rejectUnauthorized: false }],
  ])('one %s is taken', async (_, tls) => {
    const client = clientFor(secure.url, { tls });
    expect((await client.query('up', 0, never())).result).toEqual([]);
  });

  it('a server that speaks none', async () => {
    const url = server.url.replace('http:', 'https:');
    expect(await faultOf(clientFor(url).query('up', 0, never()))).toEqual({
      failure: 'unreachable',
      message: expect.stringMatching(/http or https/),
    });
  });

  it('a file that is not there is named by its key', async () => {
    const tls = { caFile: path.join(folder, 'nowhere.pem') };
    const fault = await faultOf(
      clientFor(server.url, { tls }).query('up', 0, never()),
    );
    expect(fault).toEqual({
      failure: 'refused',
      message: expect.stringMatching(/tls\.caFile cannot be read \(ENOENT\)/),
    });
  });
});

describe('what is odd and no fault', () => {
  it('warnings are passed on', async () => {
    server.answer = json(
      vector([{ value: '1' }], { warnings: ['store x did not answer'] }),
    );
    expect(await ask()).toMatchObject({
      warnings: ['store x did not answer'],
    });
  });

  it('NaN and the infinities stay what they are', async () => {
    server.answer = json(
      vector(['NaN', '+Inf', '-Inf', '1e3'].map(value => ({ value }))),
    );
    const { result } = await ask();
    expect(result.map(({ value }) => value)).toEqual([
      NaN,
      Infinity,
      -Infinity,
      1000,
    ]);
  });
});
