import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readIncidentAccount,
  reportProblem,
  standardSecretProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  StampName,
  stampNames,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';

const names = z.union([
  z
    .string()
    .trim()
    .min(1)
    .transform(name => [name]),
  z.array(z.string().trim().min(1)).max(20),
]);

const timestamps = z.strictObject(
  Object.fromEntries(
    stampNames.map(name => [name, names.optional()]),
  ) as Record<StampName, z.ZodOptional<typeof names>>,
);

const checked = (problem: (text: string) => string | undefined) =>
  z.string().superRefine(reportProblem(problem));

const schema = z.strictObject({
  name: z.string().min(1),
  type: z.literal('incident-io'),
  default: z.boolean().optional(),
  severities: z.record(z.string(), z.unknown()).optional(),
  apiKey: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'expected a key, in one line' }),
  baseUrl: checked(baseUrlProblem).default('https://api.incident.io'),
  webhookSecret: checked(standardSecretProblem).optional(),
  serviceFields: names.optional(),
  causeField: z.string().trim().min(1).optional(),
  timestamps: timestamps.default({}),
});

/** One account of type `incident-io`, checked; levels of severities are for the backend. */
export type IncidentIoIncidentConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.incidents.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readIncidentIoIncidentConfig = (
  config: Config,
): IncidentIoIncidentConfig => readIncidentAccount(config, schema);
