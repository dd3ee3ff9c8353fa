import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readIncidentAccount,
  reportProblem,
  webhookSecretProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const checked = (problem: (text: string) => string | undefined) =>
  z.string().superRefine(reportProblem(problem));

const common = {
  name: z.string().min(1),
  type: z.literal('statuspage'),
  default: z.boolean().optional(),
  severities: z.record(z.string(), z.unknown()).optional(),
  webhookSecret: checked(webhookSecretProblem).optional(),
};

const managed = z.strictObject({
  ...common,
  public: z.literal(false).default(false),
  baseUrl: checked(baseUrlProblem).default('https://api.statuspage.io'),
  pageId: z
    .string()
    .regex(/^[A-Za-z0-9]{1,64}$/, { error: 'expected the id of a page' }),
  apiKey: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'expected a key, in one line' }),
});

const open = z.strictObject({
  ...common,
  public: z.literal(true),
  baseUrl: checked(baseUrlProblem),
});

const schema = z.discriminatedUnion('public', [managed, open]);

/** A page that is read with a key of its owner. */
export type ManagedConfig = z.output<typeof managed>;

/** A page that is read as everybody can. */
export type PublicConfig = z.output<typeof open>;

/** One account of type `statuspage`, checked; levels of severities are for the backend. */
export type StatuspageConfig = ManagedConfig | PublicConfig;

/**
 * Reads one entry of `reliability.incidents.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readStatuspageConfig = (config: Config): StatuspageConfig =>
  readIncidentAccount(config, schema);
