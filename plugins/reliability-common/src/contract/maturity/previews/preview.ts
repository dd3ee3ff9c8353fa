import { z } from 'zod';
import {
  anyOfSchema,
  pageOf,
  pageQuerySchema,
  perMilleSchema,
  timeSchema,
} from '../../paging';
import { scorecardDefinitionSchema } from '../../scorecard';
import { tierContractSchema } from '../../tier';
import { levelRefSchema, outcomeSchema } from '../vocabulary';

const levelSchema = scorecardDefinitionSchema.shape.levels.element;
const checkSchema = scorecardDefinitionSchema.shape.checks.element;

/** What is set on one check; what is absent stays, `null` takes away. */
const checkChangeSchema = checkSchema
  .partial()
  .omit({ dimension: true, weight: true })
  .extend({
    id: checkSchema.shape.id,
    dimension: z.string().min(1).optional(),
    weight: z.number().min(0).max(1000).optional(),
    when: z.string().min(1).nullable().optional(),
    enforceFrom: checkSchema.shape.enforceFrom.unwrap().nullable().optional(),
  });

/** Changes to a scorecard that is in force. @public */
export const scorecardChangesSchema = z.strictObject({
  levels: z
    .array(levelSchema)
    .min(1)
    .optional()
    .describe('The whole ladder, instead of the one in force'),
  checks: z.array(checkChangeSchema).optional(),
  add: z.array(checkSchema).optional(),
  remove: z.array(z.string()).optional().describe('Ids of checks'),
});

/** Body of `POST /previews`. @public */
export const previewRequestSchema = z
  .strictObject({
    scorecard: z.string().optional().describe('Default: the first configured'),
    definition: z
      .union([z.string().max(500_000), z.record(z.string(), z.unknown())], {
        error:
          'expected a scorecard as in the configuration, as an object or as a text in YAML or JSON',
      })
      .optional()
      .describe('The whole scorecard as it would be; or a part of app-config'),
    changes: scorecardChangesSchema.optional(),
    tiers: z
      .record(z.string(), tierContractSchema)
      .optional()
      .describe('Whole contracts as they would be, by the id of the tier'),
  })
  .refine(({ definition, changes }) => !definition || !changes, {
    path: ['changes'],
    error: 'expected either definition or changes, not both',
  });

/** What becomes of a service: it loses a level, gains one, keeps it with another score, or nothing. @public */
export const previewChangeSchema = z.enum(['down', 'up', 'rescored', 'same']);

const countsSchema = z.object({
  services: z.number().int(),
  down: z.number().int(),
  up: z.number().int(),
  rescored: z.number().int(),
  same: z.number().int(),
});

/** What other rules would change, of what the reader may see. @public */
export const previewSchema = z.object({
  id: z.string(),
  madeBy: z.string(),
  madeAt: timeSchema,
  expiresAt: timeSchema,
  scorecard: z.object({ id: z.string(), title: z.string() }),
  definition: scorecardDefinitionSchema.describe('As it was tried'),
  tiers: z.record(z.string(), tierContractSchema).describe('As tried'),
  totals: countsSchema.extend({
    teamsDown: z.number().int().describe('Owners with a service that falls'),
  }),
  levels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      before: z.number().int(),
      after: z.number().int(),
    }),
  ),
  byTier: z.array(countsSchema.extend({ id: z.string(), name: z.string() })),
  byOwner: z
    .array(countsSchema.extend({ owner: z.string().nullable() }))
    .describe('At most 50 whose services change level, most losses first'),
  byCheck: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        newlyFailing: z.number().int(),
        newlyUnknown: z.number().int(),
        newlyMet: z.number().int(),
      }),
    )
    .describe('Checks whose outcome, as it counts, changes for any service'),
});

/** @public */
export const previewServicesQuerySchema = pageQuerySchema.extend({
  change: previewChangeSchema.optional(),
  owner: anyOfSchema.describe('Entity references of owners'),
  tier: anyOfSchema.describe('Tier ids; `untiered` for none'),
  check: z.string().optional().describe('Newly failing or unknown'),
});

const standingSchema = z.object({
  level: levelRefSchema,
  score: perMilleSchema,
});

/** @public */
export const previewedServiceSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  tier: z.object({
    id: z.string(),
    name: z.string(),
    rank: z.number().int().nullable(),
  }),
  change: previewChangeSchema,
  before: standingSchema,
  after: standingSchema,
  causes: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        outcome: outcomeSchema
          .nullable()
          .describe('null: not counted any more'),
      }),
    )
    .describe('Checks that cost the level, gave it, or moved the score'),
  missingScore: perMilleSchema.describe(
    'What the score lacks for the next level once its checks pass',
  ),
});

/** @public */
export const previewServicesResponseSchema = pageOf(previewedServiceSchema);

/** @public */
export type PreviewRequest = z.input<typeof previewRequestSchema>;
/** @public */
export type Preview = z.infer<typeof previewSchema>;
/** @public */
export type PreviewServicesQuery = z.input<typeof previewServicesQuerySchema>;
/** @public */
export type PreviewedService = z.infer<typeof previewedServiceSchema>;
/** @public */
export type PreviewServicesResponse = z.infer<
  typeof previewServicesResponseSchema
>;
