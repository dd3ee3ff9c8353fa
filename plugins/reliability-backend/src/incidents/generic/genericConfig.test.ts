import { ConfigReader } from '@backstage/config';
import { readGenericConfig } from './genericConfig';

const read = (config: object) =>
  readGenericConfig(
    new ConfigReader({ name: 'main', type: 'generic', ...config }),
  );

describe('the configuration of an account that is sent to', () => {
  it('needs a secret only', () => {
    expect(read({ webhookSecret: '0123456789abcdef' })).toEqual({
      name: 'main',
      type: 'generic',
      webhookSecret: '0123456789abcdef',
    });
  });

  it.each([
    ['none', {}, '.webhookSecret: expected a secret'],
    ['a short one', { webhookSecret: 's3cret' }, '.webhookSecret: expected at'],
    [
      'a key that is none',
      { webhookSecret: '0123456789abcdef', token: 's3cret' },
      ': ',
    ],
  ])('%s is refused with its path and without its value', (_, wrong, text) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(`reliability.incidents.accounts[main]${text}`);
    expect(reading).not.toThrow('s3cret');
  });
});
