import { Config } from '@backstage/config';
import { ProviderRuntime } from '@plimsoll/backstage-plugin-reliability-node';
import { readIcalConfig } from './config';
import { IcalProvider } from './IcalProvider';

/**
 * Makes the account of one entry of `reliability.oncall.accounts`.
 *
 * @throws InputError with the path of every key that is wrong
 */
export const createIcalProvider = (
  config: Config,
  runtime: ProviderRuntime,
): IcalProvider => new IcalProvider(readIcalConfig(config), runtime);
