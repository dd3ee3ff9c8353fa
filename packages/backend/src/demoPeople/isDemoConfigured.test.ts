import { mockServices } from '@backstage/backend-test-utils';
import { isDemoConfigured } from './isDemoConfigured';

const auth = (environment: string, demo: object | null) =>
  mockServices.rootConfig({
    data: { auth: { environment, providers: { demo } } },
  });

describe('isDemoConfigured', () => {
  it.each([
    ['the key is there', auth('development', { development: {} }), true],
    [
      'the key is for production',
      auth('development', { production: {} }),
      false,
    ],
    [
      'the environment is another',
      auth('production', { development: {} }),
      false,
    ],
    ['the provider was taken away', auth('development', null), false],
    ['nothing is configured', mockServices.rootConfig({ data: {} }), false],
  ])('in development, where %s', (_, config, expected) => {
    expect(isDemoConfigured(config, 'development')).toBe(expected);
  });

  it.each(['production', 'test', undefined])(
    'does not start with NODE_ENV %s',
    nodeEnv => {
      const config = auth('development', { development: {} });
      expect(() => isDemoConfigured(config, nodeEnv)).toThrow(
        'lets anybody sign in as anybody',
      );
    },
  );

  it('starts in production when somebody insists', () => {
    const config = auth('development', {
      development: { dangerouslyAllowOutsideDevelopment: true },
    });
    expect(isDemoConfigured(config, 'production')).toBe(true);
  });
});
