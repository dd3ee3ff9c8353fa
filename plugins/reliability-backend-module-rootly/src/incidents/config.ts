import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readIncidentAccount,
  reportProblem,
  webhookSecretProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const checked = (problem: (text: string) => string | undefined) =>
  z.string().superRefine(reportProblem(problem));

const schema = z.strictObject({
  name: z.string().min(1),
  type: z.literal('rootly'),
  default: z.boolean().optional(),
  severities: z.record(z.string(), z.unknown()).optional(),
  token: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'expected a token, in one line' }),
  baseUrl: checked(baseUrlProblem).default('https://api.rootly.com'),
  webhookSecret: checked(webhookSecretProblem).optional(),
});

/** One account of incidents of type `rootly`, checked; levels of severities are for the backend. */
export type RootlyIncidentConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.incidents.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readRootlyIncidentConfig = (
  config: Config,
): RootlyIncidentConfig => readIncidentAccount(config, schema);
