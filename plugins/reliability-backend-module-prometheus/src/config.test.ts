import { ConfigReader } from '@backstage/config';
import { readPrometheusConfig } from './config';

const read = (more: object) =>
  readPrometheusConfig(
    new ConfigReader({
      name: 'main',
      type: 'prometheus',
      url: 'https://prometheus.example/',
      ...more,
    }),
  );

it('an address is enough', () => {
  expect(read({})).toEqual({
    name: 'main',
    type: 'prometheus',
    url: 'https://prometheus.example',
    headers: {},
    timeout: 10_000,
    concurrency: 4,
    maxResponseBytes: 10_000_000,
    scrapeInterval: 30_000,
  });
});

it.each([
  ['no address', { url: undefined }, /sources\[main\]\.url: /],
  ['an address of another kind', { url: 'file:///etc' }, /\.url: .*http/],
  ['credentials in it', { url: 'http://a:s3cret@b' }, /\.url: .*use basic/],
  ['parameters in it', { url: 'http://b/?x=1' }, /\.url: .*without/],
  ['a key that nobody knows', { tennant: 's3cret' }, /tennant/],
  ['a duration in other words', { timeout: '10s' }, /\.timeout: .*ISO 8601/],
  ['a long time-out', { timeout: 'PT1H' }, /\.timeout: .*PT5M/],
  [
    'a password of another kind',
    { basic: { username: 'a', password: 5 } },
    /\.basic\.password: /,
  ],
  [
    'two tokens',
    { bearer: { token: 's3cret', tokenFile: 'x' } },
    /\.bearer: .*exactly one/,
  ],
  [
    'two ways to log in',
    {
      bearer: { token: 's3cret' },
      basic: { username: 'a', password: 's3cret' },
    },
    /\.bearer: .*only one/,
  ],
  [
    'a header that has its own setting',
    { headers: { Authorization: 's3cret' } },
    /\.headers: .*authorization/,
  ],
  [
    'a header of two lines',
    { headers: { 'X-A': 's3cret\r\nX-B: 1' } },
    /\.headers\.X-A: .*one line/,
  ],
  [
    'half a client certificate',
    { tls: { certFile: 'a.pem' } },
    /\.tls: .*both/,
  ],
  ['no question at a time', { concurrency: 0 }, /\.concurrency: /],
])('%s stops the plugin and names the key', (_, more, message) => {
  expect(() => read(more)).toThrow(message);
  expect(() => read(more)).not.toThrow(/s3cret/);
});
