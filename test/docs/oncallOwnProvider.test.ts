import { startTestBackend } from '@backstage/backend-test-utils';
import {
  OncallProviderFactory,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import fs from 'node:fs';
import path from 'node:path';
import { codeUnder, documentation } from './page';
import { reliabilityModuleRotaboard } from './rotaboard/module';

jest.setTimeout(60_000);

const page = documentation('oncall-own-provider.md');

const fileOf = (name: string) =>
  fs.readFileSync(path.resolve(__dirname, 'rotaboard', name), 'utf8');

describe('the page about writing a provider', () => {
  it.each([
    ['The provider', 'RotaboardProvider.ts'],
    ['The module', 'module.ts'],
    ['Test it', 'contract.test.ts'],
    ['Test it', 'StandIn.ts'],
  ])('shows under "%s" the file %s, which is tested', (heading, name) => {
    expect(codeUnder(page, heading, 'ts')).toContain(fileOf(name));
  });

  it('registers its type', async () => {
    const factories: OncallProviderFactory[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          reliabilityOncallProvidersExtensionPoint,
          { addFactory: factory => factories.push(factory) },
        ],
      ],
      features: [reliabilityModuleRotaboard],
    });
    expect(factories.map(({ type }) => type)).toEqual(['rotaboard']);
  });
});
