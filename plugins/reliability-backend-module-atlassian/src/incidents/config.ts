import { Config } from '@backstage/config';
import {
  readIncidentAccount,
  reportProblem,
  webhookSecretProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  IncidentStatus,
  StampName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { address, checkCredentials, secret, siteKeys } from '../config';

const account = {
  name: z.string().min(1),
  default: z.boolean().optional(),
  /** Levels are for the backend. */
  severities: z.record(z.string(), z.unknown()).optional(),
  webhookSecret: z
    .string()
    .superRefine(reportProblem(webhookSecretProblem))
    .optional(),
};

const opsgenieSchema = z.strictObject({
  ...account,
  type: z.literal('opsgenie'),
  apiKey: secret,
  baseUrl: address.default('https://api.opsgenie.com'),
  serviceTags: z.string().trim().min(1).optional(),
});

const fieldId = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, {
  error: 'expected the id of a field',
});

const STATUSES = [
  'triage',
  'open',
  'acknowledged',
  'mitigated',
  'resolved',
  'closed',
  'declined',
] as const satisfies readonly IncidentStatus[];

const STAMPS = [
  'impactStart',
  'detected',
  'acknowledged',
  'mitigated',
  'impactEnd',
] as const satisfies readonly StampName[];

const jsmSchema = z
  .strictObject({
    ...account,
    type: z.literal('jsm'),
    ...siteKeys,
    jql: z
      .string()
      .trim()
      .min(1)
      .refine(text => !/\border\s+by\b/i.test(text), {
        error: 'expected a query without ORDER BY',
      }),
    siteUrl: address.optional(),
    severityField: fieldId.optional(),
    serviceField: fieldId.optional(),
    causeField: fieldId.optional(),
    stamps: z.partialRecord(z.enum(STAMPS), fieldId).default({}),
    statuses: z.record(z.string().trim().min(1), z.enum(STATUSES)).default({}),
  })
  .superRefine(checkCredentials);

/** One account of incidents of type `opsgenie`, checked. */
export type OpsgenieIncidentConfig = z.output<typeof opsgenieSchema>;
/** One account of incidents of type `jsm`, checked. */
export type JsmIncidentConfig = z.output<typeof jsmSchema>;

/**
 * Reads one entry of `reliability.incidents.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readOpsgenieIncidentConfig = (
  config: Config,
): OpsgenieIncidentConfig => readIncidentAccount(config, opsgenieSchema);

/** The same for an account of Jira Service Management. */
export const readJsmIncidentConfig = (config: Config): JsmIncidentConfig =>
  readIncidentAccount(config, jsmSchema);
