import { ConfigReader } from '@backstage/config';
import { readGrafanaConfig } from './config';

const read = (config: object) =>
  readGrafanaConfig(
    new ConfigReader({
      name: 'main',
      type: 'grafana',
      token: 's3cret',
      url: 'https://oncall.example/oncall',
      ...config,
    }),
  );

describe('the configuration of an account at Grafana', () => {
  it('needs a token and an address', () => {
    expect(read({})).toEqual({
      name: 'main',
      type: 'grafana',
      token: 's3cret',
      url: 'https://oncall.example/oncall',
      app: 'oncall',
    });
  });

  it.each([
    ['a token of two lines', { token: 's3cret\nx' }, 'token'],
    ['an empty token', { token: '' }, 'token'],
    ['no address', { url: 'oncall.example' }, 'url'],
    ['the path of the API', { url: 'https://o.example/api/v1/' }, 'url'],
    ['credentials', { url: 'https://u:s3cret@x.example' }, 'url'],
    ['a stack of another kind', { stackUrl: 'file:///x' }, 'stackUrl'],
    ['an app that is none', { app: 'other' }, 'app'],
    ['a key that is none', { apiKey: 's3cret' }, ''],
  ])('%s is refused with its path and without its value', (_, wrong, path) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(
      `reliability.oncall.accounts[main]${path && `.${path}`}: `,
    );
    expect(reading).not.toThrow('s3cret');
  });
});
