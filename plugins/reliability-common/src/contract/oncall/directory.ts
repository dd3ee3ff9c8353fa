import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../paging';
import { rotationSizeSchema } from './service';
import {
  coverageGapSchema,
  coverStateSchema,
  gapCertaintySchema,
  levelNowSchema,
  oncallFindingCodeSchema,
  oncallLevelSchema,
  oncallPersonSchema,
  rotationKindSchema,
  rotationStateSchema,
} from './vocabulary';

const anyOfEnum = <T extends z.ZodType>(schema: T) =>
  z
    .union([schema, z.array(schema)])
    .transform(value => (Array.isArray(value) ? value : [value]))
    .optional();

const textSchema = z
  .string()
  .max(200)
  .optional()
  .describe(
    'Words in service, owner, system, rotation or person, in any order',
  );

/** @public */
export const listOncallQuerySchema = z
  .object({
    at: timeSchema
      .optional()
      .describe('Who is on call then; default: now; within what is known'),
    provider: anyOfSchema.describe('Types of accounts, such as `pagerduty`'),
    account: anyOfSchema,
    owner: anyOfSchema.describe('Entity references of owners'),
    tier: anyOfSchema.describe('Tier ids; `untiered` for none'),
    system: anyOfSchema.describe('Entity references of systems'),
    state: anyOfEnum(coverStateSchema),
    finding: anyOfEnum(oncallFindingCodeSchema),
    q: textSchema,
    orderBy: z.enum(['title', 'tier', 'gap']).default('tier'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .extend(pageQuerySchema.shape);

/** What a rotation is, in a few words. @public */
export const rotationBriefSchema = z.object({
  id: z.string(),
  provider: z.string(),
  account: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  state: rotationStateSchema,
});

/** One service in the directory. @public */
export const oncallItemSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  system: z.string().nullable(),
  tier: z.object({ id: z.string(), name: z.string() }),
  state: coverStateSchema,
  levels: z.array(levelNowSchema),
  nextGap: coverageGapSchema
    .nullable()
    .describe('The next that the tier does not allow, within 14 days'),
  findings: z.array(oncallFindingCodeSchema),
  rotations: z.array(rotationBriefSchema),
  fetchedAt: timeSchema.nullable().describe('Of the oldest rotation'),
});

/** @public */
export const listOncallResponseSchema = pageOf(oncallItemSchema).extend({
  at: timeSchema,
  counts: z
    .object({
      covered: z.number().int(),
      uncovered: z.number().int(),
      unknown: z.number().int(),
      none: z.number().int(),
    })
    .describe('Of all that match the filter, its state left out'),
  namesHidden: z.boolean(),
});

/** @public */
export const listRotationsQuerySchema = z
  .object({
    provider: anyOfSchema,
    account: anyOfSchema,
    owner: anyOfSchema.describe('Owners of the services that use it'),
    state: anyOfEnum(rotationStateSchema),
    q: textSchema,
  })
  .extend(pageQuerySchema.shape);

/** One rotation in a list. @public */
export const rotationItemSchema = rotationBriefSchema.extend({
  kind: rotationKindSchema,
  team: z.string().nullable(),
  timeZone: z.string().nullable(),
  mirror: z.boolean(),
  fetchedAt: timeSchema.nullable(),
  error: z.string().nullable(),
  levels: z.array(levelNowSchema),
  size: z.array(rotationSizeSchema),
  gapHours: z
    .number()
    .nullable()
    .describe('In the next 14 days, at no level; null: cannot be told'),
  nextGap: coverageGapSchema.nullable(),
  certainty: gapCertaintySchema,
  services: z.array(z.object({ entityRef: z.string(), title: z.string() })),
});

/** @public */
export const listRotationsResponseSchema = pageOf(rotationItemSchema).extend({
  namesHidden: z.boolean(),
});

/** A shift of one person, and what it is for. @public */
export const personShiftSchema = z.object({
  from: timeSchema.nullable(),
  to: timeSchema.nullable(),
  level: oncallLevelSchema,
  shadow: z.boolean(),
  rotation: rotationBriefSchema,
  services: z.array(z.object({ entityRef: z.string(), title: z.string() })),
});

/** How much one person carries. Nights are 22:00–08:00 and weekends Saturday and Sunday, in the rotation's time zone. @public */
export const oncallLoadSchema = z.object({
  person: oncallPersonSchema,
  shifts: z.number().int(),
  hours: z.number().describe('Overlapping shifts count once'),
  nightHours: z.number(),
  weekendHours: z.number(),
  longestHours: z.number().describe('Without an hour off'),
  share: z.number().describe('Of the hours of all in the list; 0–1'),
});

/** @public */
export const personOncallResponseSchema = z.object({
  person: oncallPersonSchema,
  at: timeSchema,
  now: z.array(personShiftSchema),
  next: z.array(personShiftSchema).describe('The soonest first'),
  load: oncallLoadSchema
    .nullable()
    .describe('Of the 28 days past and the 14 to come'),
});

/** @public */
export const ownerOncallResponseSchema = z.object({
  owner: z.string(),
  at: timeSchema,
  rotations: z.array(rotationItemSchema),
  period: z
    .object({ from: timeSchema, to: timeSchema })
    .describe('Of the load: the 28 days past and the 14 to come'),
  load: z.array(oncallLoadSchema).describe('The most hours first'),
  findings: z.array(
    z.object({
      code: oncallFindingCodeSchema,
      services: z.array(z.object({ entityRef: z.string(), title: z.string() })),
    }),
  ),
  services: z.number().int(),
  withoutRotation: z.number().int(),
  namesHidden: z.boolean(),
});

/** One line for each account. @public */
export const oncallAccountSchema = z.object({
  name: z.string(),
  type: z.string(),
  mirror: z.boolean(),
  state: z.enum(['ok', 'limited', 'failing', 'pending', 'unused']),
  rotations: z.number().int(),
  failing: z.number().int().describe('Rotations that could not be read'),
  lastSuccessAt: timeSchema.nullable(),
  lastTryAt: timeSchema.nullable(),
  error: z.string().nullable(),
  nextTryAt: timeSchema.nullable(),
  requests: z
    .number()
    .int()
    .describe(
      'To the provider, of the replica that asked last, since it started',
    ),
  failures: z.number().int().describe('Those that failed'),
  waits: z.number().int().describe('Times that the provider asked to wait'),
  remaining: z
    .number()
    .int()
    .nullable()
    .describe('Calls that the provider still allows, as it last said'),
});

/** @public */
export const oncallAccountsResponseSchema = z.object({
  items: z.array(oncallAccountSchema),
});

/** @public */
export type ListOncallQuery = z.input<typeof listOncallQuerySchema>;
/** @public */
export type OncallItem = z.infer<typeof oncallItemSchema>;
/** @public */
export type ListOncallResponse = z.infer<typeof listOncallResponseSchema>;
/** @public */
export type ListRotationsQuery = z.input<typeof listRotationsQuerySchema>;
/** @public */
export type RotationBrief = z.infer<typeof rotationBriefSchema>;
/** @public */
export type RotationItem = z.infer<typeof rotationItemSchema>;
/** @public */
export type ListRotationsResponse = z.infer<typeof listRotationsResponseSchema>;
/** @public */
export type PersonShift = z.infer<typeof personShiftSchema>;
/** @public */
export type OncallLoadItem = z.infer<typeof oncallLoadSchema>;
/** @public */
export type PersonOncallResponse = z.infer<typeof personOncallResponseSchema>;
/** @public */
export type OwnerOncallResponse = z.infer<typeof ownerOncallResponseSchema>;
/** @public */
export type OncallAccountItem = z.infer<typeof oncallAccountSchema>;
/** @public */
export type OncallAccountsResponse = z.infer<
  typeof oncallAccountsResponseSchema
>;
