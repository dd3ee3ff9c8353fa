import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createServer, RequestListener, Server } from 'http';
import { AddressInfo } from 'net';
import { createSloDocuments } from './createSloDocuments';
import { SloDocumentReader } from './SloDocumentReader';

/** What the server of the test answers, by path. */
const answers: Record<string, RequestListener> = {
  '/dir/slo.yaml': (req, res) => {
    if (req.headers['if-none-match'] === '"v1"') {
      res.writeHead(304).end();
      return;
    }
    res.writeHead(200, { etag: '"v1"' }).end('kind: SLO');
  },
  '/dir/page.yaml': (_, res) => res.end('<!doctype html><html></html>'),
  '/dir/large.yaml': (_, res) => res.end(Buffer.alloc(2_000_000, 'x')),
  '/dir/bytes.yaml': (_, res) => res.end(Buffer.from([0xff, 0xfe, 0x00])),
  '/dir/closed.yaml': (_, res) => res.writeHead(403).end('secret words'),
  '/dir/broken.yaml': (_, res) => res.writeHead(500).end('secret words'),
  '/dir/slow.yaml': () => {},
};

describe('SloDocumentReader', () => {
  let server: Server;
  let base: string;
  let reader: SloDocumentReader;
  const disk = createMockDirectory();

  beforeAll(async () => {
    server = createServer((req, res) => {
      const answer = answers[req.url ?? ''];
      if (answer) answer(req, res);
      else res.writeHead(404).end();
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    base = `http://${host}`;
    const config = mockServices.rootConfig({
      data: {
        backend: { reading: { allow: [{ host }] } },
        integrations: { github: [{ host: 'github.com' }] },
      },
    });
    const logger = mockServices.logger.mock();
    const urlReader = UrlReaders.default({ config, logger });
    const folders = [disk.resolve('repo')];
    reader = createSloDocuments({ config, urlReader, folders, timeout: 500 });
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  });

  const from = (annotations: Record<string, string>) => ({
    entityRef: 'component:default/pay',
    annotations,
  });
  const managed = (location: string) =>
    from({ 'backstage.io/managed-by-location': location });
  const online = () => managed(`url:${base}/dir/catalog-info.yaml`);

  it('reads a file beside the entity, and again only when it changed', async () => {
    const first = await reader.read(online(), 'slo.yaml');
    expect(first).toEqual({
      text: 'kind: SLO',
      url: `${base}/dir/slo.yaml`,
      etag: '"v1"',
    });
    const etag = '"v1"';
    await expect(reader.read(online(), './slo.yaml', { etag })).resolves.toBe(
      'not-modified',
    );
  });

  it('starts from the source location where there is one', async () => {
    const origin = from({
      'backstage.io/managed-by-location': 'url:https://example.com/x.yaml',
      'backstage.io/source-location': `url:${base}/dir/`,
    });
    await expect(reader.read(origin, 'slo.yaml')).resolves.toMatchObject({
      url: `${base}/dir/slo.yaml`,
    });
  });

  it.each<[string, string, RegExp]>([
    [
      'that is not there',
      'none.yaml',
      /^There is no file at http.*none\.yaml.*branch/,
    ],
    ['that is a page to sign in', 'page.yaml', /web page instead of YAML/],
    ['that is too large', 'large.yaml', /longer than 512000 bytes\. Split it/],
    ['that is no text', 'bytes.yaml', /not text in UTF-8/],
    ['that may not be read', 'closed.yaml', /refused to show the file \(403\)/],
    [
      'that the host fails to give',
      'broken.yaml',
      /did not give the file \(500\)/,
    ],
    ['that does not come', 'slow.yaml', /did not answer within 0\.5 s/],
  ])('says what is wrong with a file %s', async (_, file, message) => {
    const failed = await reader.read(online(), file).catch(error => error);
    expect(failed.name).toBe('SloDocumentError');
    expect(failed.message).toMatch(message);
    expect(failed.message).not.toContain('secret');
  });

  it.each<[string, string, RegExp]>([
    [
      'http',
      'http://example.com/slo.yaml',
      /Allowed are a path relative.*https/,
    ],
    ['file', 'file:///etc/passwd', /Allowed are/],
    ['ftp', 'ftp://example.com/x', /Allowed are/],
    ['an address without a scheme', '//example.com/slo.yaml', /Allowed are/],
    ['a share', '\\\\host\\slo.yaml', /Allowed are/],
    ['an address that is none', 'https://', /is not an address/],
    [
      'credentials',
      'https://me:word@github.com/x.yaml',
      /must not hold credentials/,
    ],
    [
      'an unknown host',
      'https://example.com/slo.yaml',
      /No integration for the host example\.com/,
    ],
  ])('refuses %s', async (_, file, message) => {
    await expect(reader.read(online(), file)).rejects.toThrow(message);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const reading = reader.read(online(), 'slow.yaml', { signal: stop.signal });
    stop.abort();
    await expect(reading).rejects.toThrow(/did not give the file/);
  });

  describe('on disk', () => {
    const local = () =>
      managed(`file:${disk.resolve('repo/catalog-info.yaml')}`);

    beforeEach(() => {
      disk.setContent({
        'secret.yaml': 'kind: Secret',
        repo: {
          'slo.yaml': 'kind: SLO',
          docs: { 'slo.yaml': 'kind: SLI' },
          'large.yaml': 'x'.repeat(600_000),
          link: (ctx: { symlink(target: string): void }) =>
            ctx.symlink('../secret.yaml'),
        },
      });
    });

    it('reads below the folder of the entity, and names no address', async () => {
      const read = await reader.read(local(), 'docs/slo.yaml');
      expect(read).toEqual({ text: 'kind: SLI', etag: expect.any(String) });
      const { etag } = read as { etag: string };
      await expect(
        reader.read(local(), 'docs/slo.yaml', { etag }),
      ).resolves.toBe('not-modified');
    });

    it.each<[string, string, RegExp]>([
      ['above the folder', '../secret.yaml', /outside the folder/],
      ['at an absolute path', '/etc/passwd', /outside the folder/],
      ['behind a link', 'link', /outside the folder/],
      ['that is a folder', 'docs', /"docs" is not a file/],
      ['that is not there', 'none.yaml', /There is no file "none\.yaml"/],
      ['that is too large', 'large.yaml', /longer than 512000 bytes/],
    ])(
      'refuses a file %s, without naming the disk',
      async (_, file, message) => {
        const failed = await reader.read(local(), file).catch(error => error);
        expect(failed.message).toMatch(message);
        expect(failed.message).not.toContain(disk.path);
      },
    );
  });

  it.each([
    ['another folder', 'file:/etc/'],
    ['a folder above', 'file:/'],
    ['a way out', () => `file:${disk.resolve('repo')}/../`],
    ['a folder that begins alike', () => `file:${disk.resolve('repository')}/`],
  ])('refuses an entity that claims %s as its own', async (_, location) => {
    disk.setContent({
      repo: {},
      repository: { 'slo.yaml': 'kind: SLO' },
      'slo.yaml': 'kind: SLO',
    });
    const text = typeof location === 'string' ? location : location();
    const claims = from({ 'backstage.io/source-location': text });
    await expect(reader.read(claims, 'slo.yaml')).rejects.toThrow(
      /no file location of the catalog names/,
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['has no location', {}, /component:default\/pay has no location/],
    [
      'comes from elsewhere',
      { 'backstage.io/managed-by-location': 'bootstrap:bootstrap' },
      /type "bootstrap"/,
    ],
    [
      'comes from a relative path',
      { 'backstage.io/managed-by-location': 'file:./a.yaml' },
      /relative path on disk/,
    ],
  ])('says so when the entity %s', async (_, annotations, message) => {
    await expect(reader.read(from(annotations), 'slo.yaml')).rejects.toThrow(
      message,
    );
  });
});
