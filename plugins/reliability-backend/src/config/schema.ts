import {
  durationSchema,
  exemptionSchema,
  idSchema,
  scorecardDefinitionSchema,
  tierContractSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';

const tierSchema = z.strictObject({
  id: idSchema.refine(id => id !== 'untiered', {
    error: '"untiered" stands for no tier and cannot be the id of one',
  }),
  name: z.string().min(1),
  description: z.string().optional(),
  contract: tierContractSchema.default({}),
});

const placeSchema = z
  .strictObject({
    field: z.string().min(1).optional(),
    label: z.string().min(1).optional(),
    annotation: z.string().min(1).optional(),
    map: z.record(z.string(), z.string()).optional(),
  })
  .refine(
    ({ field, label, annotation }) =>
      [field, label, annotation].filter(Boolean).length === 1,
    { error: 'expected exactly one of field, label and annotation' },
  );

/** The section `reliability` of app-config, as written. */
export const configSchema = z.strictObject({
  services: z.strictObject({ filter: z.unknown().optional() }).default({}),
  tiers: z.array(tierSchema).min(1).optional(),
  tierFrom: z.array(placeSchema).default([{ field: 'spec.tier' }]),
  scorecards: z.array(scorecardDefinitionSchema).default([]),
  disabledScorecards: z.array(z.string()).default([]),
  exemptions: z.array(exemptionSchema).default([]),
  catalog: z
    .strictObject({ refreshInterval: durationSchema.default('PT5M') })
    .prefault({}),
  facts: z
    .strictObject({ defaultTtl: durationSchema.default('P30D') })
    .prefault({}),
  retention: z
    .strictObject({
      history: durationSchema.default('P3Y'),
      daily: durationSchema.default('P400D'),
    })
    .prefault({}),
});
