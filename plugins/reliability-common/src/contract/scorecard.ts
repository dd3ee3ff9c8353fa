import { z } from 'zod';
import { idSchema } from './tier';

const dateSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'expected a date such as 2026-12-01',
});

const levelSchema = z.strictObject({
  id: idSchema.refine(id => id !== 'none', {
    error: '"none" stands for no level and cannot be the id of one',
  }),
  name: z.string().min(1),
  description: z.string().optional(),
  minScore: z.number().min(0).max(100).optional(),
});

const checkSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  level: z.string(),
  dimension: z.string().min(1).default('general'),
  weight: z.number().min(0).max(1000).default(1),
  when: z.string().min(1).optional(),
  pass: z.string().min(1),
  why: z.string().optional(),
  fix: z.string().optional(),
  enforceFrom: dateSchema.optional(),
  planned: z.boolean().optional(),
});

/** A scorecard as written in the configuration and answered by `GET /scorecards/:id`. @public */
export const scorecardDefinitionSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  description: z.string().optional(),
  filter: z.unknown().optional(),
  levels: z.array(levelSchema).min(1),
  checks: z.array(checkSchema).min(1),
});

/** @public */
export const exemptionSchema = z.strictObject({
  scorecard: z.string(),
  check: z.string(),
  entityRef: z.string(),
  reason: z.string().min(3),
  approvedBy: z.string().min(1),
  until: dateSchema,
});

/** @public */
export const scorecardsResponseSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string().optional(),
      hash: z.string(),
      levels: z.array(levelSchema),
      dimensions: z.array(z.string()),
      checks: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
});

/** @public */
export const scorecardResponseSchema = z.object({
  definition: scorecardDefinitionSchema,
  hash: z.string(),
});

/** @public */
export const factCatalogueResponseSchema = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      type: z.string(),
      unit: z.string().optional(),
      source: z.string(),
      ttl: z.string().optional(),
      description: z.string(),
    }),
  ),
});

/** @public */
export type ScorecardsResponse = z.infer<typeof scorecardsResponseSchema>;
/** @public */
export type ScorecardResponse = z.infer<typeof scorecardResponseSchema>;
/** @public */
export type FactCatalogueResponse = z.infer<typeof factCatalogueResponseSchema>;
