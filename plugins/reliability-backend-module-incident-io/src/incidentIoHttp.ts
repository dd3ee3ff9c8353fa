import {
  createProviderHttp,
  ProviderClient,
  ProviderError,
  ProviderRuntime,
  rateLimitEpoch,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

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
export function parsedAnswer<T extends z.ZodType>(
  account: string,
  body: unknown,
  schema: T,
): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ProviderError(
    'bad-answer',
    `Account "${account}" answers, but not as incident.io does. Check its baseUrl in the configuration.`,
  );
}
