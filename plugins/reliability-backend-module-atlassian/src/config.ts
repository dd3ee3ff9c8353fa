import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readAccount,
  reportProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

export const secret = z
  .string()
  .regex(/^[\x21-\x7e]+$/, { error: 'expected a key, in one line' });

export const address = z.string().superRefine(reportProblem(baseUrlProblem));

const account = {
  name: z.string().min(1),
  default: z.boolean().optional(),
  mirror: z.boolean().optional(),
};

const opsgenieSchema = z.strictObject({
  ...account,
  type: z.literal('opsgenie'),
  apiKey: secret,
  baseUrl: address.default('https://api.opsgenie.com'),
});

/** How a site of Jira is reached. */
export const siteKeys = {
  cloudId: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, { error: 'expected the id of a site' }),
  email: z.string().min(3).optional(),
  apiToken: secret.optional(),
  bearerToken: secret.optional(),
  baseUrl: address.default('https://api.atlassian.com'),
};

/** Credentials of Jira, as they are configured. */
export interface JiraCredentials {
  readonly email?: string;
  readonly apiToken?: string;
  readonly bearerToken?: string;
}

/** Lets only one kind of credentials pass. */
export function checkCredentials(
  { email, apiToken, bearerToken }: JiraCredentials,
  context: z.RefinementCtx,
): void {
  const basic = email !== undefined && apiToken !== undefined;
  const some = email !== undefined || apiToken !== undefined;
  if (bearerToken === undefined ? basic : !some) return;
  context.addIssue({
    code: 'custom',
    message: 'expected either email and apiToken, or bearerToken',
  });
}

const jsmSchema = z
  .strictObject({ ...account, type: z.literal('jsm'), ...siteKeys })
  .superRefine(checkCredentials);

/** One account of type `opsgenie`, checked. */
export type OpsgenieConfig = z.output<typeof opsgenieSchema>;
/** One account of type `jsm`, checked. */
export type JsmConfig = z.output<typeof jsmSchema>;

/**
 * Reads one entry of `reliability.oncall.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readOpsgenieConfig = (config: Config): OpsgenieConfig =>
  readAccount(config, opsgenieSchema);

/** The same for an account of Jira Service Management. */
export const readJsmConfig = (config: Config): JsmConfig =>
  readAccount(config, jsmSchema);
