import { Config } from '@backstage/config';
import {
  readIncidentAccount,
  reportProblem,
  webhookSecretProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

/** `type` of accounts whose incidents are sent to the portal as JSON. */
export const GENERIC = 'generic';

const schema = z.strictObject({
  name: z.string().min(1),
  type: z.literal(GENERIC),
  default: z.boolean().optional(),
  severities: z.record(z.string(), z.unknown()).optional(),
  webhookSecret: z
    .string({ error: 'expected a secret: nothing can be sent without one' })
    .superRefine(reportProblem(webhookSecretProblem)),
});

/** One account of type `generic`, checked; levels of severities are for the backend. */
export type GenericConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.incidents.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readGenericConfig = (config: Config): GenericConfig =>
  readIncidentAccount(config, schema);
