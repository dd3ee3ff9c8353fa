import { z } from 'zod';
import { timeSchema } from '../paging';
import {
  coverageGapSchema,
  coverStateSchema,
  gapCertaintySchema,
  levelNowSchema,
  oncallFindingSchema,
  oncallLevelSchema,
  oncallPersonSchema,
  oncallSpanSchema,
  rotationKindSchema,
  rotationStateSchema,
} from './vocabulary';

/** What the tier demands of on-call. @public */
export const oncallContractSchema = z.object({
  coverage: z.enum(['24x7', 'business-hours', 'best-effort']).nullable(),
  minResponders: z.number().int().nullable(),
  minLevels: z.number().int().nullable(),
});

/** How many share a level. @public */
export const rotationSizeSchema = z.object({
  level: oncallLevelSchema,
  people: z.number().int(),
  basis: z
    .enum(['roster', 'window'])
    .describe('By the plan, or by who has a shift in the time that is known'),
});

/** One rotation of a service, whole. @public */
export const serviceRotationSchema = z.object({
  id: z.string(),
  provider: z.string(),
  account: z.string(),
  kind: rotationKindSchema,
  title: z.string(),
  url: z.string().nullable(),
  team: z.string().nullable(),
  timeZone: z.string().nullable(),
  mirror: z.boolean().describe('Only compared; counts for nothing'),
  from: z
    .enum(['entity', 'owner', 'system'])
    .describe('Whose annotation names it'),
  annotation: z.string(),
  state: rotationStateSchema,
  fetchedAt: timeSchema.nullable().describe('Of the values'),
  error: z.string().nullable(),
  warnings: z.array(z.string()),
  levels: z.array(levelNowSchema),
  spans: z.array(oncallSpanSchema),
  gaps: z.array(coverageGapSchema),
  certainty: gapCertaintySchema,
  size: z.array(rotationSizeSchema),
});

/** Who is on call for a service, and whether that is what its tier wants. @public */
export const serviceOncallResponseSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  tier: z.object({ id: z.string(), name: z.string() }),
  at: timeSchema.describe('The time that `now` stands for'),
  window: z
    .object({ from: timeSchema, to: timeSchema })
    .describe('Of the timeline and the gaps: 14 days from `at`'),
  contract: oncallContractSchema.nullable(),
  cover: z.object({
    state: coverStateSchema,
    levels: z.array(levelNowSchema).describe('Of all rotations that count'),
    gaps: z
      .array(coverageGapSchema)
      .describe('Times in which nobody can be paged at any level'),
    gapHours: z.number().nullable().describe('null: cannot be told'),
    requiredGapHours: z
      .number()
      .nullable()
      .describe('Within the time that the tier wants covered'),
    responders: z.number().int(),
    handovers: z
      .array(
        z.object({
          at: timeSchema,
          level: oncallLevelSchema,
          out: z.array(z.string()),
          in: z.array(z.string()),
        }),
      )
      .describe('The next ones; keys of people'),
  }),
  rotations: z.array(serviceRotationSchema),
  people: z.array(oncallPersonSchema).describe('All whose keys appear'),
  findings: z.array(oncallFindingSchema).describe('The worst first'),
  problems: z
    .array(
      z.object({
        annotation: z.string(),
        value: z.string(),
        message: z.string(),
      }),
    )
    .describe('References in annotations that cannot be followed'),
  mirrors: z
    .array(z.string())
    .describe('Accounts that can be compared; empty below two'),
  namesHidden: z.boolean(),
  refreshedRecently: z
    .boolean()
    .describe('Whether its rotations are too fresh to be read again'),
});

/** @public */
export const oncallMirrorQuerySchema = z.object({
  left: z.string().optional().describe('Account; default: the first'),
  right: z.string().optional().describe('Account; default: the second'),
  days: z.coerce.number().int().min(1).max(28).default(14),
});

/** Two accounts side by side. @public */
export const oncallMirrorResponseSchema = z.object({
  left: z.object({ account: z.string(), provider: z.string() }),
  right: z.object({ account: z.string(), provider: z.string() }),
  from: timeSchema,
  to: timeSchema,
  sameHours: z.number(),
  comparedHours: z.number().describe('In which either has somebody on call'),
  differences: z.array(
    z.object({
      from: timeSchema,
      to: timeSchema,
      level: oncallLevelSchema,
      kind: z.enum(['other-people', 'only-left', 'only-right']),
      left: z.array(z.string()),
      right: z.array(z.string()),
    }),
  ),
  spans: z.object({
    left: z.array(oncallSpanSchema),
    right: z.array(oncallSpanSchema),
  }),
  people: z.array(oncallPersonSchema),
  namesHidden: z.boolean(),
});

/** @public */
export type ServiceRotationItem = z.infer<typeof serviceRotationSchema>;
/** @public */
export type RotationSizeItem = z.infer<typeof rotationSizeSchema>;
/** @public */
export type ServiceOncallResponse = z.infer<typeof serviceOncallResponseSchema>;
/** @public */
export type OncallMirrorQuery = z.input<typeof oncallMirrorQuerySchema>;
/** @public */
export type OncallMirrorResponse = z.infer<typeof oncallMirrorResponseSchema>;
