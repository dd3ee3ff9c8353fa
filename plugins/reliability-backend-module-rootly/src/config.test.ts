import { ConfigReader } from '@backstage/config';
import { readRootlyConfig } from './config';

const read = (config: object) =>
  readRootlyConfig(
    new ConfigReader({
      name: 'main',
      type: 'rootly',
      token: 's3cret',
      ...config,
    }),
  );

describe('the configuration of an account at Rootly', () => {
  it('needs a token only', () => {
    expect(read({})).toEqual({
      name: 'main',
      type: 'rootly',
      token: 's3cret',
      baseUrl: 'https://api.rootly.com',
    });
  });

  it.each([
    ['a token of two lines', { token: 's3cret\nx' }, 'token'],
    ['an empty token', { token: '' }, 'token'],
    ['no address', { baseUrl: 'api.rootly.com' }, 'baseUrl'],
    ['credentials', { baseUrl: 'https://u:s3cret@x.example' }, 'baseUrl'],
    ['a key that is none', { apiToken: 's3cret' }, ''],
  ])('%s is refused with its path and without its value', (_, wrong, path) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(
      `reliability.oncall.accounts[main]${path && `.${path}`}: `,
    );
    expect(reading).not.toThrow('s3cret');
  });
});
