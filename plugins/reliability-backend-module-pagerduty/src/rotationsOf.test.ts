import { ConfigReader } from '@backstage/config';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { pagerdutyProviderFactory } from './pagerdutyProviderFactory';

const SERVICE = 'pagerduty.com/service-id';
const ACCOUNT = 'pagerduty.com/account';

const rotationsOf = (
  annotations: Record<string, string>,
  config: Record<string, string> = {},
) =>
  pagerdutyProviderFactory
    .create(
      new ConfigReader({
        name: 'main',
        type: 'pagerduty',
        apiToken: 'x',
        ...config,
      }),
      simulatedRuntime(0),
    )
    .rotationsOf(annotations)
    .map(({ kind, id }) => `${kind}:${id}`);

describe('annotations of PagerDuty', () => {
  it.each([
    ['one service', { [SERVICE]: 'P1' }, ['service:P1']],
    ['a list', { [SERVICE]: 'P1, P2,,P1' }, ['service:P1', 'service:P2']],
    ['nothing', {}, []],
    ['only a secret', { 'pagerduty.com/integration-key': 'k' }, []],
    ['this account', { [SERVICE]: 'P1', [ACCOUNT]: 'Main' }, ['service:P1']],
    ['another account', { [SERVICE]: 'P1', [ACCOUNT]: 'other' }, []],
  ])('%s', (_, annotations, wanted) => {
    expect(rotationsOf(annotations as Record<string, string>)).toEqual(wanted);
  });

  it.each([
    ['acme-eu', ['service:P1']],
    ['main', []],
  ])('with a subdomain, account %s', (account, wanted) => {
    expect(
      rotationsOf(
        { [SERVICE]: 'P1', [ACCOUNT]: account },
        { subdomain: 'acme-eu' },
      ),
    ).toEqual(wanted);
  });
});
