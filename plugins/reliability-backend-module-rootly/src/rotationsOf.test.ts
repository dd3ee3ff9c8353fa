import { ConfigReader } from '@backstage/config';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { rootlyProviderFactory } from './rootlyProviderFactory';

const rotationsOf = (annotations: Record<string, string>) =>
  rootlyProviderFactory
    .create(
      new ConfigReader({ name: 'main', type: 'rootly', token: 'x' }),
      simulatedRuntime(0),
    )
    .rotationsOf(annotations)
    .map(({ kind, id }) => `${kind}:${id}`);

describe('annotations of Rootly', () => {
  it.each([
    ['an id', { 'service-id': 'a-1' }, ['service:a-1']],
    ['a slug', { 'service-slug': 'pay' }, ['service:pay']],
    ['a name', { 'service-name': 'Pay API' }, ['service:Pay API']],
    ['a list', { 'team-slug': 'a, b,,a' }, ['team:a', 'team:b']],
    ['a team', { 'team-name': 'Team Pay' }, ['team:Team Pay']],
    ['both', { 'team-id': 't', 'service-id': 's' }, ['service:s', 'team:t']],
    [
      'the same service three times: once, by its id',
      { 'service-id': 'a-1', 'service-slug': 'pay', 'service-name': 'Pay' },
      ['service:a-1'],
    ],
    [
      'an empty id: the slug',
      { 'service-id': ' ', 'service-slug': 'pay' },
      ['service:pay'],
    ],
    ['nothing', {}, []],
    [
      'what nobody is on call for',
      { 'functionality-id': 'f', 'catalog-entity-id': 'c' },
      [],
    ],
  ])('%s', (_, annotations, wanted) => {
    expect(
      rotationsOf(
        Object.fromEntries(
          Object.entries(annotations).map(([name, value]) => [
            `rootly.com/${name}`,
            value,
          ]),
        ),
      ),
    ).toEqual(wanted);
  });
});
