import { ConfigReader } from '@backstage/config';
import { readIncidentIoConfig } from './config';

const read = (config: object) =>
  readIncidentIoConfig(
    new ConfigReader({
      name: 'main',
      type: 'incident-io',
      apiKey: 's3cret',
      ...config,
    }),
  );

describe('the configuration of an account at incident.io', () => {
  it('needs a key only', () => {
    expect(read({})).toEqual({
      name: 'main',
      type: 'incident-io',
      apiKey: 's3cret',
      baseUrl: 'https://api.incident.io',
    });
  });

  it.each([
    ['a key of two lines', { apiKey: 's3cret\nx' }, 'apiKey'],
    ['an empty key', { apiKey: '' }, 'apiKey'],
    ['no address', { baseUrl: 'api.incident.io' }, 'baseUrl'],
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
