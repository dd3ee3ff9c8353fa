import { ConfigReader } from '@backstage/config';
import { readJsmConfig, readOpsgenieConfig } from './config';

const opsgenie = (config: object) =>
  readOpsgenieConfig(
    new ConfigReader({
      name: 'main',
      type: 'opsgenie',
      apiKey: 's3cret',
      ...config,
    }),
  );

const jsm = (config: object) =>
  readJsmConfig(
    new ConfigReader({
      name: 'main',
      type: 'jsm',
      cloudId: 'cloud-1',
      ...config,
    }),
  );

const basic = { email: 'a@b.io', apiToken: 's3cret' };

describe('the configuration of an account', () => {
  it('of Opsgenie needs a key only', () => {
    expect(opsgenie({})).toEqual({
      name: 'main',
      type: 'opsgenie',
      apiKey: 's3cret',
      baseUrl: 'https://api.opsgenie.com',
    });
  });

  it.each([
    ['an e-mail with a token', basic],
    ['a token of OAuth', { bearerToken: 's3cret' }],
  ])('of Jira Service Management needs a site and %s', (_, credentials) => {
    expect(jsm(credentials)).toEqual({
      name: 'main',
      type: 'jsm',
      cloudId: 'cloud-1',
      baseUrl: 'https://api.atlassian.com',
      ...credentials,
    });
  });

  it.each([
    ['a key of two lines', () => opsgenie({ apiKey: 's3cret\nx' }), '.apiKey'],
    ['no address', () => opsgenie({ baseUrl: 'api.eu.io' }), '.baseUrl'],
    ['a key that is none', () => opsgenie({ token: 's3cret' }), ''],
    ['no credentials', () => jsm({}), ''],
    ['an e-mail alone', () => jsm({ email: 'a@b.io' }), ''],
    ['a token without e-mail', () => jsm({ apiToken: 's3cret' }), ''],
    ['both kinds', () => jsm({ ...basic, bearerToken: 's3cret' }), ''],
    [
      'a site that is a path',
      () => jsm({ ...basic, cloudId: 'a/../b' }),
      '.cloudId',
    ],
  ])('%s is refused with its path and without its value', (_, read, path) => {
    expect(read).toThrow(`reliability.oncall.accounts[main]${path}: `);
    expect(read).not.toThrow('s3cret');
  });
});
