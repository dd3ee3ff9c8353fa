import { ConfigReader } from '@backstage/config';
import { readStatuspageConfig } from './config';

const KEY = { pageId: 'kctbh9vrtdwd', apiKey: 's3cret' };

const read = (config: object) =>
  readStatuspageConfig(
    new ConfigReader({ name: 'main', type: 'statuspage', ...config }),
  );

describe('the configuration of Statuspage', () => {
  it('needs a page and a key', () => {
    expect(read(KEY)).toEqual({
      name: 'main',
      type: 'statuspage',
      public: false,
      baseUrl: 'https://api.statuspage.io',
      ...KEY,
    });
  });

  it('or the address of a page that everybody can read', () => {
    const config = {
      public: true,
      baseUrl: 'https://status.example.com',
      severities: { major: 1 },
      webhookSecret: 's3cret-s3cret-s3cret',
    };
    expect(read(config)).toMatchObject(config);
  });

  it.each([
    ['no page', { apiKey: 's3cret' }, '.pageId'],
    ['no key', { pageId: 'abc' }, '.apiKey'],
    ['a key of two lines', { ...KEY, apiKey: 's3cret\nx' }, '.apiKey'],
    ['a page that is an address', { ...KEY, pageId: '../s3cret' }, '.pageId'],
    ['a public page without an address', { public: true }, '.baseUrl'],
    [
      'a public page with a key',
      { public: true, baseUrl: 'https://x.example', apiKey: 's3cret' },
      '',
    ],
    ['neither yes nor no', { ...KEY, public: 's3cret' }, '.public'],
    ['a short secret', { ...KEY, webhookSecret: 's3cret' }, '.webhookSecret'],
    ['a key that is none', { ...KEY, token: 's3cret' }, ''],
  ])('%s is refused with its path and without its value', (_, wrong, path) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(`reliability.incidents.accounts[main]${path}:`);
    expect(reading).not.toThrow('s3cret');
  });
});
