import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readAccount,
  reportProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const schema = z.strictObject({
  name: z.string().min(1),
  type: z.literal('incident-io'),
  default: z.boolean().optional(),
  mirror: z.boolean().optional(),
  apiKey: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'expected a key, in one line' }),
  baseUrl: z
    .string()
    .superRefine(reportProblem(baseUrlProblem))
    .default('https://api.incident.io'),
});

/** One account of type `incident-io`, checked. */
export type IncidentIoConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.oncall.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readIncidentIoConfig = (config: Config): IncidentIoConfig =>
  readAccount(config, schema);
