import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readAccount,
  reportProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

/** What accounts of on-call and of incidents have alike. */
export const accessKeys = {
  name: z.string().min(1),
  type: z.literal('pagerduty'),
  apiToken: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'expected a token, in one line' }),
  baseUrl: z
    .string()
    .superRefine(reportProblem(baseUrlProblem))
    .default('https://api.pagerduty.com'),
  subdomain: z.string().min(1).optional(),
};

const schema = z.strictObject({
  ...accessKeys,
  default: z.boolean().optional(),
  mirror: z.boolean().optional(),
});

/** One account of type `pagerduty`, checked. */
export type PagerdutyConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.oncall.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readPagerdutyConfig = (config: Config): PagerdutyConfig =>
  readAccount(config, schema);
