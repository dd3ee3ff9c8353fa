import { ConfigReader } from '@backstage/config';
import { readPagerdutyIncidentConfig } from './config';

const read = (config: object) =>
  readPagerdutyIncidentConfig(
    new ConfigReader({
      name: 'main',
      type: 'pagerduty',
      apiToken: 's3cret',
      ...config,
    }),
  );

describe('the configuration of an account of incidents', () => {
  it('needs a token only', () => {
    expect(read({})).toEqual({
      name: 'main',
      type: 'pagerduty',
      apiToken: 's3cret',
      baseUrl: 'https://api.pagerduty.com',
    });
  });

  it('may have a secret of the webhook and severities', () => {
    const more = {
      webhookSecret: '0123456789abcdef',
      severities: { 'P1 - all hands': 1 },
    };
    expect(read(more)).toMatchObject(more);
  });

  it.each([
    ['a short secret', { webhookSecret: 's3cret' }, 'webhookSecret'],
    ['an empty secret', { webhookSecret: '' }, 'webhookSecret'],
    ['a token of two lines', { apiToken: 's3cret\nx' }, 'apiToken'],
    ['a key of on-call', { mirror: true }, ''],
  ])('%s is refused with its path and without its value', (_, wrong, path) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(
      `reliability.incidents.accounts[main]${path && `.${path}`}: `,
    );
    expect(reading).not.toThrow('s3cret');
  });
});
