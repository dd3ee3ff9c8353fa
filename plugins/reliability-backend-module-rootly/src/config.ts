import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readAccount,
  reportProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const schema = z.strictObject({
  name: z.string().min(1),
  type: z.literal('rootly'),
  default: z.boolean().optional(),
  mirror: z.boolean().optional(),
  token: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'expected a token, in one line' }),
  baseUrl: z
    .string()
    .superRefine(reportProblem(baseUrlProblem))
    .default('https://api.rootly.com'),
});

/** One account of type `rootly`, checked. */
export type RootlyConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.oncall.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readRootlyConfig = (config: Config): RootlyConfig =>
  readAccount(config, schema);
