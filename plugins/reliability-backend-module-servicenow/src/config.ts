import { Config } from '@backstage/config';
import {
  baseUrlProblem,
  readIncidentAccount,
  reportProblem,
  webhookSecretProblem,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { queryProblem } from './query';

const checked = (problem: (text: string) => string | undefined) =>
  z.string().superRefine(reportProblem(problem));

const schema = z
  .strictObject({
    name: z.string().min(1),
    type: z.literal('servicenow'),
    default: z.boolean().optional(),
    severities: z.record(z.string(), z.unknown()).optional(),
    baseUrl: checked(baseUrlProblem),
    username: z
      .string()
      .regex(/^[^:\p{Cc}]+$/u, { error: 'expected a name without a colon' })
      .optional(),
    password: z
      .string()
      .regex(/^\P{Cc}+$/u, { error: 'expected a password, in one line' })
      .optional(),
    apiKey: z
      .string()
      .regex(/^[\x21-\x7e]+$/, { error: 'expected a key, in one line' })
      .optional(),
    query: checked(queryProblem).optional(),
    children: z.enum(['merged', 'counted']).default('merged'),
    webhookSecret: checked(webhookSecretProblem).optional(),
  })
  .superRefine(({ username, password, apiKey }, context) => {
    const isPair = Boolean(username && password) && !apiKey;
    const isKey = Boolean(apiKey) && !username && !password;
    if (isPair || isKey) return;
    context.addIssue({
      code: 'custom',
      message: 'expected username and password, or apiKey alone',
    });
  });

/** One account of type `servicenow`, checked; levels of severities are for the backend. */
export type ServicenowConfig = z.output<typeof schema>;

/**
 * Reads one entry of `reliability.incidents.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export const readServicenowConfig = (config: Config): ServicenowConfig =>
  readIncidentAccount(config, schema);
