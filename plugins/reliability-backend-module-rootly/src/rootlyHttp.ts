import {
  createProviderHttp,
  ProviderClient,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { rootlyLimit } from './rootlyLimit';

/** How an account is reached. */
export interface RootlyAccess {
  readonly name: string;
  readonly token: string;
  readonly baseUrl: string;
}

export const rootlyHttp = (
  { name, token, baseUrl }: RootlyAccess,
  runtime: ProviderRuntime,
  maxResponseBytes: number,
): ProviderClient =>
  createProviderHttp({
    account: name,
    baseUrl,
    headers: () => ({
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.api+json',
    }),
    rateLimit: rootlyLimit,
    // Some keys are allowed a handful of calls a minute.
    minRemaining: 2,
    maxResponseBytes,
    runtime,
  });
