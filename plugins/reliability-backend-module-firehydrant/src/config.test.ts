import { ConfigReader } from '@backstage/config';
import { readFirehydrantConfig } from './config';

const read = (config: object) =>
  readFirehydrantConfig(
    new ConfigReader({
      name: 'main',
      type: 'firehydrant',
      token: 's3cret',
      ...config,
    }),
  );

describe('the configuration of an account at FireHydrant', () => {
  it('needs a token only', () => {
    expect(read({})).toEqual({
      name: 'main',
      type: 'firehydrant',
      token: 's3cret',
      baseUrl: 'https://api.firehydrant.io',
      exercises: ['GAMEDAY'],
    });
  });

  it.each([
    ['a token of two lines', { token: 's3cret\nx' }, 'token'],
    ['an empty token', { token: '' }, 'token'],
    ['no address', { baseUrl: 'api.firehydrant.io' }, 'baseUrl'],
    ['credentials', { baseUrl: 'https://u:s3cret@x.example' }, 'baseUrl'],
    ['a short secret', { webhookSecret: 's3cret' }, 'webhookSecret'],
    ['an empty word', { exercises: [' '] }, 'exercises[0]'],
    ['a key that is none', { apiKey: 's3cret' }, ''],
  ])('%s is refused with its path and without its value', (_, wrong, path) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(
      `reliability.incidents.accounts[main]${path && `.${path}`}: `,
    );
    expect(reading).not.toThrow('s3cret');
  });
});
