import { ConfigReader } from '@backstage/config';
import { WEBHOOK_SECRET } from './__testUtils__/harness';
import { readIncidentIoIncidentConfig } from './config';

const read = (config: object) =>
  readIncidentIoIncidentConfig(
    new ConfigReader({
      name: 'main',
      type: 'incident-io',
      apiKey: 's3cret',
      ...config,
    }),
  );

describe('the configuration of incidents at incident.io', () => {
  it('needs a key only', () => {
    expect(read({})).toEqual({
      name: 'main',
      type: 'incident-io',
      apiKey: 's3cret',
      baseUrl: 'https://api.incident.io',
      timestamps: {},
    });
  });

  it('takes one name or several', () => {
    expect(
      read({
        webhookSecret: WEBHOOK_SECRET,
        severities: { 'Kitchen fire': 1 },
        serviceFields: 'Systems',
        timestamps: { detected: 'Noticed', mitigated: ['Fixed', 'Better'] },
      }),
    ).toMatchObject({
      serviceFields: ['Systems'],
      timestamps: { detected: ['Noticed'], mitigated: ['Fixed', 'Better'] },
    });
  });

  it.each([
    ['a key of two lines', { apiKey: 's3cret\nx' }, 'apiKey'],
    ['no address', { baseUrl: 'api.incident.io' }, 'baseUrl'],
    ['a secret of no form', { webhookSecret: 's3cret' }, 'webhookSecret'],
    ['a stamp that is none', { timestamps: { lunch: 's3cret' } }, 'timestamps'],
    ['no names', { serviceFields: [''] }, 'serviceFields'],
    ['a key that is none', { mirror: true }, ''],
  ])('%s is refused with its path and without its value', (_, wrong, path) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(
      `reliability.incidents.accounts[main]${path && `.${path}`}`,
    );
    expect(reading).not.toThrow('s3cret');
  });
});
