import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readIncidentAccount,
  reportProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const baseUrl = z.string().superRefine(reportProblem(baseUrlProblem));

const schema = z.strictObject({
  name: z.string().min(1),
  type: z.literal('firehydrant'),
  default: z.boolean().optional(),
  severities: z.record(z.string(), z.unknown()).optional(),
  token: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'expected a token, in one line' }),
  baseUrl: baseUrl.default('https://api.firehydrant.io'),
  webhookSecret: z
    .string()
    .min(16, { error: 'expected at least 16 characters' })
    .optional(),
  exercises: z.array(z.string().trim().min(1)).max(20).default(['GAMEDAY']),
});

/** One account of type `firehydrant`, checked; levels of severities are for the backend. */
export type FirehydrantConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.incidents.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readFirehydrantConfig = (config: Config): FirehydrantConfig =>
  readIncidentAccount(config, schema);
