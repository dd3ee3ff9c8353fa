import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readAccount,
  reportProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const address = z.string().superRefine(reportProblem(baseUrlProblem));

const schema = z.strictObject({
  name: z.string().min(1),
  type: z.literal('grafana'),
  default: z.boolean().optional(),
  mirror: z.boolean().optional(),
  token: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'expected a token, in one line' }),
  url: address.refine(text => !/\/api\/v1\/?$/.test(text), {
    error: 'expected the address without /api/v1',
  }),
  stackUrl: address.optional(),
  app: z.enum(['oncall', 'irm']).default('oncall'),
});

/** One account of type `grafana`, checked. */
export type GrafanaConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.oncall.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readGrafanaConfig = (config: Config): GrafanaConfig =>
  readAccount(config, schema);
