import { ConfigReader } from '@backstage/config';
import { readPagerdutyConfig } from './config';

const read = (config: object) =>
  readPagerdutyConfig(
    new ConfigReader({
      name: 'main',
      type: 'pagerduty',
      apiToken: 's3cret',
      ...config,
    }),
  );

describe('the configuration of an account at PagerDuty', () => {
  it('needs a token only', () => {
    expect(read({})).toEqual({
      name: 'main',
      type: 'pagerduty',
      apiToken: 's3cret',
      baseUrl: 'https://api.pagerduty.com',
    });
  });

  it.each([
    ['a token of two lines', { apiToken: 's3cret\nx' }, 'apiToken'],
    ['an empty token', { apiToken: '' }, 'apiToken'],
    ['no address', { baseUrl: 'api.eu.pagerduty.com' }, 'baseUrl'],
    ['credentials', { baseUrl: 'https://u:s3cret@x.example' }, 'baseUrl'],
    ['a key that is none', { apikey: 's3cret' }, ''],
  ])('%s is refused with its path and without its value', (_, wrong, path) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(
      `reliability.oncall.accounts[main]${path && `.${path}`}: `,
    );
    expect(reading).not.toThrow('s3cret');
  });
});
