import { ConfigReader } from '@backstage/config';
import {
  baseUrlProblem,
  commaList,
  readAccount,
  readIncidentAccount,
  reportProblem,
} from './account';

describe('an account in the configuration', () => {
  it.each([
    ['https://api.example.com', undefined],
    ['http://localhost:1/base/', undefined],
    ['ftp://example.com', 'expected an http or https address'],
    ['api.example.com', 'expected an http or https address'],
    ['https://a:b@example.com', 'expected no credentials in the address'],
    ['https://example.com/?a=b', 'expected an address without ? and #'],
    ['https://example.com/#a', 'expected an address without ? and #'],
  ])('address %s: %s', (text, problem) => {
    expect(baseUrlProblem(text)).toBe(problem);
  });

  it.each([
    ['https://api.example.com', []],
    [
      'api.example.com',
      [{ code: 'custom', message: 'expected an http or https address' }],
    ],
  ])('what is wrong with %s is told to its schema', (text, issues) => {
    const addIssue = jest.fn();
    reportProblem(baseUrlProblem)(text, { addIssue });
    expect(addIssue.mock.calls.flat()).toEqual(issues);
  });

  it('is refused with the path of every wrong key, and no value', () => {
    const issues = [
      { path: ['token'], message: 'expected text' },
      { path: ['feeds', 0, 'url'], message: 'expected an address' },
    ];
    const read = () =>
      readAccount(new ConfigReader({ name: 'main', token: 's3cret' }), {
        safeParse: () => ({ success: false, error: { issues } }),
      });
    expect(read).toThrow(
      'Invalid configuration:\n  reliability.oncall.accounts[main].token: expected text\n  reliability.oncall.accounts[main].feeds[0].url: expected an address',
    );
    expect(read).not.toThrow('s3cret');
  });

  it('of incidents is named by its own list', () => {
    const issues = [{ path: ['token'], message: 'expected text' }];
    expect(() =>
      readIncidentAccount(new ConfigReader({ name: 'main' }), {
        safeParse: () => ({ success: false, error: { issues } }),
      }),
    ).toThrow('reliability.incidents.accounts[main].token: expected text');
  });

  it('is what the schema makes of it', () => {
    const read = readAccount(new ConfigReader({ name: 'main' }), {
      safeParse: value => ({ success: true, data: value }),
    });
    expect(read).toEqual({ name: 'main' });
  });
});

describe('commaList', () => {
  it.each([
    ['P1', ['P1']],
    [' P1, P2 ,,P1', ['P1', 'P2']],
    ['', []],
    [undefined, []],
  ])('%p is %p', (text, list) => {
    expect(commaList(text)).toEqual(list);
  });
});
