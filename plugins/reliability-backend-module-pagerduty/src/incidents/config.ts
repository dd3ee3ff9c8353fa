import { Config } from '@backstage/config';
import {
  readIncidentAccount,
  reportProblem,
  webhookSecretProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { accessKeys } from '../config';

const schema = z.strictObject({
  ...accessKeys,
  webhookSecret: z
    .string()
    .superRefine(reportProblem(webhookSecretProblem))
    .optional(),
  /** Read by the backend. */
  severities: z.record(z.string(), z.number()).optional(),
});

/** One account of type `pagerduty`, checked. */
export type PagerdutyIncidentConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.incidents.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readPagerdutyIncidentConfig = (
  config: Config,
): PagerdutyIncidentConfig => readIncidentAccount(config, schema);
