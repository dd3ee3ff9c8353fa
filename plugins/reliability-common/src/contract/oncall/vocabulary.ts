import { z } from 'zod';
import { timeSchema } from '../paging';

/** What a rotation is at its provider. @public */
export const rotationKindSchema = z.enum([
  'schedule',
  'escalation',
  'service',
  'team',
  'feed',
  'rota',
  'group',
]);

/**
 * How a rotation does: `pending` was never read, `stale` is the last good answer of one that fails for longer
 * than its facts live, `missing` is not there (any more) at the provider. @public
 */
export const rotationStateSchema = z.enum([
  'ok',
  'failing',
  'stale',
  'missing',
  'pending',
]);

/**
 * Whether somebody is on call: `uncovered` nobody is although it is planned, `unknown` it cannot be told,
 * `none` the service has no rotation. @public
 */
export const coverStateSchema = z.enum([
  'covered',
  'uncovered',
  'unknown',
  'none',
]);

/**
 * How far gaps of a rotation can be told: `estimated` when rules that are not followed may page others, `unknown`
 * when part of the answer is missing or nothing is planned; then neither a gap nor its absence is told. @public
 */
export const gapCertaintySchema = z.enum(['exact', 'estimated', 'unknown']);

/** @public */
export const shiftSourceSchema = z.enum([
  'rotation',
  'override',
  'direct',
  'forwarded',
  'calendar',
  'members',
]);

/** @public */
export const oncallLevelSchema = z
  .number()
  .int()
  .nullable()
  .describe('1 is paged first; null: the provider has no levels');

/** A person as a reader may see them. @public */
export const oncallPersonSchema = z.object({
  key: z
    .string()
    .describe('Equal for the same person within one reply; says nothing more'),
  name: z.string().nullable().describe('null: hidden from the reader'),
  entityRef: z.string().nullable().describe('User of the catalog'),
  email: z.string().nullable(),
  picture: z.string().nullable(),
  url: z.string().nullable().describe('Page at the provider'),
  state: z
    .enum(['known', 'unknown', 'left'])
    .describe('Whether the catalog has, never had or had the person'),
});

/** Who is on call at one level at one time. @public */
export const levelNowSchema = z.object({
  level: oncallLevelSchema,
  people: z.array(oncallPersonSchema).describe('Empty: nobody'),
  until: timeSchema
    .nullable()
    .describe('When that changes; null: not within what is known'),
  next: z
    .object({ at: timeSchema, people: z.array(oncallPersonSchema) })
    .nullable()
    .describe('Who then; empty: nobody'),
});

/** A time in which nobody is on call. @public */
export const coverageGapSchema = z.object({
  from: timeSchema,
  to: timeSchema,
  level: oncallLevelSchema.describe('null: at no level at all'),
  required: z
    .boolean()
    .describe('Whether the tier wants cover in some of that time'),
});

/** A stretch of a timeline. @public */
export const oncallSpanSchema = z.object({
  from: timeSchema,
  to: timeSchema,
  level: oncallLevelSchema,
  person: z
    .string()
    .nullable()
    .describe('Key of a person; null: a slot that nobody fills'),
  source: shiftSourceSchema,
  shadow: z.boolean(),
  schedule: z.string().nullable(),
});

/** What is doubtful about who is on call. @public */
export const oncallFindingCodeSchema = z.enum([
  'no-rotation',
  'members-only',
  'rotation-missing',
  'rotation-stale',
  'nobody-now',
  'gap',
  'single-person',
  'too-few',
  'too-few-levels',
  'owner-differs',
  'person-outside-owner',
  'person-unknown',
  'person-left',
]);

/** @public */
export const oncallFindingSchema = z.object({
  code: oncallFindingCodeSchema,
  severity: z.enum(['error', 'warning', 'info']),
  rotation: z.string().nullable().describe('Id of the rotation, where one is'),
  people: z.array(z.string()).describe('Keys of those whom it is about'),
  evidence: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .describe('What was found and what is wanted, by name'),
});

/** @public */
export type RotationState = z.infer<typeof rotationStateSchema>;
/** @public */
export type OncallPersonItem = z.infer<typeof oncallPersonSchema>;
/** @public */
export type LevelNowItem = z.infer<typeof levelNowSchema>;
/** @public */
export type CoverageGapItem = z.infer<typeof coverageGapSchema>;
/** @public */
export type OncallSpan = z.infer<typeof oncallSpanSchema>;
/** @public */
export type OncallFindingItem = z.infer<typeof oncallFindingSchema>;
