import {
  idSchema,
  PORTAL_ACCOUNT,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { durationBetween } from './durations';

const levelSchema = z.union(
  [z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)],
  { error: 'expected a level from 1, the worst, to 5' },
);

/** Levels by what a provider calls them. */
const severitiesSchema = z.record(z.string().trim().min(1), levelSchema);

/** An account at a provider; the module that brings the type reads and checks the rest. */
const accountSchema = z.looseObject({
  name: z
    .string()
    .max(63)
    .regex(/^[a-z0-9][a-z0-9-]*$/, {
      error: 'expected lower-case letters, digits and dashes',
    })
    .refine(name => name !== PORTAL_ACCOUNT, {
      error:
        '"portal" is the account of incidents that are recorded here, which is always there',
    }),
  type: z
    .string()
    .min(1)
    .max(32)
    .refine(type => type !== PORTAL_ACCOUNT, {
      error: '"portal" needs no account: it is always there',
    }),
  default: z.boolean().optional(),
  severities: severitiesSchema.default({}),
});

/** One section of the template of a postmortem. */
const sectionSchema = z.strictObject({
  id: idSchema,
  title: z.string().trim().min(1).max(200),
  hint: z.string().trim().max(1000).default(''),
  required: z.boolean().default(false),
});

/** Where incidents are read, and what is made of them. */
export const incidentsSchema = z.strictObject({
  syncEvery: durationBetween('PT1M', 'PT1H').default('PT2M'),
  history: durationBetween('P1D', 'P1095D').default('P365D'),
  severities: severitiesSchema.default({}),
  severityNames: z
    .array(z.string().trim().min(1).max(40))
    .max(5, { error: 'expected at most five names, the worst first' })
    .default([]),
  repeatWithin: durationBetween('PT1H', 'P365D').default('P30D'),
  pages: z
    .strictObject({
      noisyCount: z.number().int().min(2).max(1000).default(3),
      noisyWithin: durationBetween('PT1H', 'P7D').default('PT24H'),
    })
    .prefault({}),
  postmortem: z
    .strictObject({
      reviewBySomebodyElse: z.boolean().default(true),
      sections: z.array(sectionSchema).min(1).max(30).optional(),
    })
    .prefault({}),
  ledger: z
    .strictObject({ darkBurnShare: z.number().min(0.001).max(1).default(0.1) })
    .prefault({}),
  blamelessWords: z
    .array(z.string().trim().min(1).max(100))
    .max(500)
    .default([]),
  accounts: z.array(accountSchema).default([]),
});
