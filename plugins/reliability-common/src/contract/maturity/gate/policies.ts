import { Duration } from 'luxon';
import { z } from 'zod';
import { durationSchema, idSchema } from '../../tier';

/** What a rule of a policy is about; each has a view on the page of a service. @public */
export const gateNounSchema = z.enum([
  'slo',
  'oncall',
  'incidents',
  'readiness',
  'maturity',
]);

/** @public */
export const gateRuleSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1).max(200),
  noun: gateNounSchema,
  when: z.string().min(1).describe('CEL over facts; true: the rule speaks'),
  decision: z.enum(['warn', 'hold']),
  reason: z
    .string()
    .min(1)
    .max(1000)
    .describe('What it says; {path} stands for the fact at that path'),
  demands: z
    .array(z.string().min(1).max(500))
    .default([])
    .describe('What the team does while the rule speaks'),
});

/** No waiver is for ever. */
const waiverDurationSchema = durationSchema.refine(
  iso => !(Duration.fromISO(iso).as('days') > 366),
  { error: 'expected at most a year' },
);

const wordSchema = z.string().trim().min(1).max(100);

/** A policy as written in the configuration and answered by `GET /gate/policies`. @public */
export const gatePolicySchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1).max(200).optional(),
  tiers: z
    .array(z.string().min(1))
    .min(1)
    .describe('Ids of tiers; `untiered` for services without one'),
  rules: z.array(gateRuleSchema),
  onUnknown: z
    .enum(['allow', 'warn', 'hold'])
    .default('warn')
    .describe('What a rule comes to whose facts are absent or too old'),
  exemptChanges: z
    .array(wordSchema)
    .default([])
    .describe('Kinds of change that may go although held'),
  exemptCauses: z
    .array(wordSchema)
    .default([])
    .describe(
      'Causes of incidents whose spend is given back before the budget is judged',
    ),
  waiver: z
    .strictObject({ maxDuration: waiverDurationSchema.default('P7D') })
    .prefault({}),
});

/** @public */
export const gatePoliciesResponseSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      shipped: z.boolean().describe('Whether it came with the plugin'),
      tiers: z.array(z.object({ id: z.string(), name: z.string() })),
      rules: z.array(gateRuleSchema.extend({ id: z.string() })),
      onUnknown: z.enum(['allow', 'warn', 'hold']),
      exemptChanges: z.array(z.string()),
      exemptCauses: z.array(z.string()),
      waiver: z.object({ maxDuration: z.string() }),
    }),
  ),
  facts: z
    .array(
      z.object({
        key: z.string(),
        type: z.string(),
        unit: z.string().optional(),
        source: z.string(),
        description: z.string(),
      }),
    )
    .describe('Facts that rules of policies have beside those of checks'),
  timeout: z.string().describe('An answer never takes longer; ISO 8601'),
});

/** @public */
export type GatePoliciesResponse = z.infer<typeof gatePoliciesResponseSchema>;
/** @public */
export type GatePolicyItem = GatePoliciesResponse['items'][number];
