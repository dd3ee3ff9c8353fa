import { ConfigReader } from '@backstage/config';
import { readJsmIncidentConfig, readOpsgenieIncidentConfig } from './config';

const WEBHOOK = 'a-secret-of-sixteen-and-more';

const opsgenie = (config: object) =>
  readOpsgenieIncidentConfig(
    new ConfigReader({
      name: 'main',
      type: 'opsgenie',
      apiKey: 's3cret',
      ...config,
    }),
  );

const jsm = (config: object) =>
  readJsmIncidentConfig(
    new ConfigReader({
      name: 'main',
      type: 'jsm',
      cloudId: 'cloud-1',
      bearerToken: 's3cret',
      jql: 'project = OPS',
      ...config,
    }),
  );

describe('the configuration of incidents', () => {
  it('of Opsgenie needs a key only', () => {
    expect(opsgenie({})).toEqual({
      name: 'main',
      type: 'opsgenie',
      apiKey: 's3cret',
      baseUrl: 'https://api.opsgenie.com',
    });
  });

  it('of Jira Service Management needs a site, credentials and a query', () => {
    expect(jsm({})).toEqual({
      name: 'main',
      type: 'jsm',
      cloudId: 'cloud-1',
      bearerToken: 's3cret',
      baseUrl: 'https://api.atlassian.com',
      jql: 'project = OPS',
      stamps: {},
      statuses: {},
    });
  });

  it('takes the words and fields of a company', () => {
    const own = {
      webhookSecret: WEBHOOK,
      severities: { Highest: 1 },
      stamps: { detected: 'customfield_10102' },
      statuses: { 'Under watch': 'mitigated' },
      severityField: 'customfield_10041',
    };
    expect(jsm(own)).toMatchObject(own);
  });

  it.each([
    ['a key of two lines', () => opsgenie({ apiKey: 's3cret\nx' }), '.apiKey'],
    [
      'a short secret',
      () => opsgenie({ webhookSecret: 's3cret' }),
      '.webhookSecret',
    ],
    ['a key that is none', () => opsgenie({ mirror: 's3cret' }), ''],
    ['no query', () => jsm({ jql: ' ' }), '.jql'],
    [
      'a query in an order',
      () => jsm({ jql: 'project = s3cret ORDER  BY rank' }),
      '.jql',
    ],
    [
      'a field that is a path',
      () => jsm({ serviceField: '../s3cret' }),
      '.serviceField',
    ],
    [
      'a stamp that Jira tells itself',
      () => jsm({ stamps: { resolved: 's3cret' } }),
      '.stamps',
    ],
    [
      'a status that is none',
      () => jsm({ statuses: { Done: 's3cret' } }),
      '.statuses.Done',
    ],
    ['both kinds', () => jsm({ email: 'a@b.io', apiToken: 's3cret' }), ''],
  ])('%s is refused with its path and without its value', (_, read, path) => {
    expect(read).toThrow(`reliability.incidents.accounts[main]${path}`);
    expect(read).not.toThrow('s3cret');
  });
});
