import {
  AccountSchema,
  createProviderHttp,
  ProviderClient,
  ProviderRuntime,
  rateLimitEpoch,
  readAnswer,
} from '@plimsoll/backstage-plugin-reliability-node';

/** How an account is reached. */
export interface IncidentIoAccess {
  readonly name: string;
  readonly apiKey: string;
  readonly baseUrl: string;
}

/** @param concurrency - requests at the same time */
export const incidentIoHttp = (
  { name, apiKey, baseUrl }: IncidentIoAccess,
  runtime: ProviderRuntime,
  concurrency?: number,
): ProviderClient =>
  createProviderHttp({
    account: name,
    baseUrl,
    headers: () => ({
      authorization: `Bearer ${apiKey}`,
      accept: 'application/json',
    }),
    rateLimit: rateLimitEpoch({
      remaining: 'x-ratelimit-remaining',
      reset: 'x-ratelimit-reset',
    }),
    concurrency,
    runtime,
  });

/** @throws ProviderError `bad-answer` */
export const parsedAnswer = <T>(
  account: string,
  body: unknown,
  schema: AccountSchema<T>,
): T => readAnswer(body, schema, { account, vendor: 'incident.io' });
