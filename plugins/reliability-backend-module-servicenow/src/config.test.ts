import { ConfigReader } from '@backstage/config';
import { readServicenowConfig } from './config';

const BASE = { baseUrl: 'https://acme.service-now.example' };

const read = (config: object) =>
  readServicenowConfig(
    new ConfigReader({ name: 'main', type: 'servicenow', ...config }),
  );

describe('the configuration of ServiceNow', () => {
  it('needs an address and a user', () => {
    const config = { ...BASE, username: 'plimsoll', password: 's3 cret' };
    expect(read(config)).toEqual({
      name: 'main',
      type: 'servicenow',
      children: 'merged',
      ...config,
    });
  });

  it('or a key, and takes the rest', () => {
    const config = {
      ...BASE,
      apiKey: 's3cret',
      query: 'priority<=2',
      children: 'counted',
      severities: { P1: 1 },
      webhookSecret: 's3cret-s3cret-s3cret',
    };
    expect(read(config)).toMatchObject(config);
  });

  it.each([
    ['no address', { apiKey: 's3cret' }, '.baseUrl'],
    ['no credentials', BASE, ''],
    ['a user without a password', { ...BASE, username: 's3cret' }, ''],
    ['a key and a password', { ...BASE, apiKey: 'x', password: 's3cret' }, ''],
    ['a key of two lines', { ...BASE, apiKey: 's3cret\nx' }, '.apiKey'],
    [
      'a query that opens another',
      { ...BASE, apiKey: 'x', query: 'a=1^NQs3cret=1' },
      '.query',
    ],
    [
      'a short secret of webhooks',
      { ...BASE, apiKey: 'x', webhookSecret: 's3cret' },
      '.webhookSecret',
    ],
    ['a key that is none', { ...BASE, apiKey: 'x', table: 's3cret' }, ''],
  ])('%s is refused with its path and without its value', (_, wrong, path) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(`reliability.incidents.accounts[main]${path}:`);
    expect(reading).not.toThrow('s3cret');
  });
});
