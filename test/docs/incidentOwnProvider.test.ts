import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  IncidentProviderFactory,
  reliabilityIncidentProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { reliabilityModuleOutageboard } from './outageboard/module';
import { codeUnder, documentation } from './page';

jest.setTimeout(60_000);

const page = documentation('incident-own-provider.md');

const fileOf = (name: string) =>
  fs.readFileSync(path.resolve(__dirname, 'outageboard', name), 'utf8');

describe('the page about writing a provider of incidents', () => {
  it.each([
    ['The provider', 'OutageboardProvider.ts'],
    ['The module', 'module.ts'],
    ['Test it', 'contract.test.ts'],
    ['Test it', 'StandIn.ts'],
  ])('shows under "%s" the file %s, which is tested', (heading, name) => {
    expect(codeUnder(page, heading, 'ts')).toContain(fileOf(name));
  });

  it('registers its type, which makes the account of the page', async () => {
    const factories: IncidentProviderFactory[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          reliabilityIncidentProvidersExtensionPoint,
          { addFactory: factory => factories.push(factory) },
        ],
      ],
      features: [reliabilityModuleOutageboard],
    });
    expect(factories.map(({ type }) => type)).toEqual(['outageboard']);
    const [yaml] = codeUnder(page, 'The module', 'yaml');
    const [entry] = parse(yaml).reliability.incidents.accounts;
    const account = factories[0].create(
      new ConfigReader(entry),
      simulatedRuntime(0),
    );
    expect(account).toMatchObject({ account: 'outages', type: 'outageboard' });
    expect(account.receive).toBeDefined();
  });
});
