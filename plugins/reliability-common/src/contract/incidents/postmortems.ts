import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../paging';
import { postmortemStateSchema, severitySchema } from './vocabulary';

const text = (longest: number) => z.string().trim().max(longest);

/** One section of a postmortem, as the template in the configuration names it. @public */
export const postmortemSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  hint: z.string().describe('What belongs there'),
  required: z.boolean().describe('Before it can be reviewed'),
  text: z.string().describe('Markdown'),
  prefilled: z.string().describe('What the incident itself gives for it'),
});

/** A sentence that may blame somebody. @public */
export const wordingHintSchema = z.object({
  section: z.string(),
  quote: z.string(),
  message: z.string(),
});

/** @public */
export const postmortemResponseSchema = z.object({
  incident: z.object({
    id: z.string(),
    reference: z.string(),
    title: z.string(),
    severity: severitySchema,
    startedAt: timeSchema,
    resolvedAt: timeSchema.nullable(),
  }),
  services: z.array(z.object({ entityRef: z.string(), title: z.string() })),
  exists: z
    .boolean()
    .describe('false: nobody has begun; sections are prefilled'),
  source: z
    .enum(['portal', 'link', 'provider'])
    .describe('Written here, linked by a person, or reported by the provider'),
  state: postmortemStateSchema,
  status: z.enum(['draft', 'in-review', 'published']),
  title: z.string(),
  url: z.string().nullable().describe('Where it is kept elsewhere'),
  sections: z.array(postmortemSectionSchema),
  required: z.boolean().describe('Whether the tier wants one'),
  requiredBy: z
    .string()
    .nullable()
    .describe('Name of the strictest tier among its services'),
  draftDueAt: timeSchema.nullable(),
  publishDueAt: timeSchema.nullable(),
  version: z.number().int().describe('0: nobody has begun'),
  author: z.string().nullable(),
  createdAt: timeSchema.nullable(),
  updatedBy: z.string().nullable(),
  updatedAt: timeSchema.nullable(),
  reviewer: z.string().nullable().describe('Who published it'),
  publishedAt: timeSchema.nullable(),
  hints: z.array(wordingHintSchema),
  missingSections: z.array(z.string()).describe('Required and empty, by id'),
  reviewBySomebodyElse: z
    .boolean()
    .optional()
    .describe('Whether its author may not publish it; absent: so it is'),
  canEdit: z.boolean(),
});

/** Writes the draft, or links one that is kept elsewhere. @public */
export const putPostmortemRequestSchema = z
  .strictObject({
    version: z
      .number()
      .int()
      .min(0)
      .describe('The one that was read; another one answers 409'),
    title: text(300).min(1),
    url: text(2000)
      .nullable()
      .default(null)
      .describe('Given: it is kept there, and sections are not'),
    sections: z
      .array(z.strictObject({ id: z.string(), text: z.string().max(50_000) }))
      .max(30)
      .default([]),
  })
  .describe('A published one goes back to draft only by its status');

/** @public */
export const postmortemStatusRequestSchema = z.strictObject({
  version: z.number().int().min(1),
  status: z.enum(['draft', 'in-review', 'published']),
});

/** @public */
export const postmortemHintsRequestSchema = z.strictObject({
  sections: z
    .array(z.strictObject({ id: z.string(), text: z.string().max(50_000) }))
    .max(30),
});

/** @public */
export const postmortemHintsResponseSchema = z.object({
  hints: z.array(wordingHintSchema),
});

/** @public */
export const listPostmortemsQuerySchema = z
  .object({
    service: anyOfSchema,
    owner: anyOfSchema,
    state: anyOfSchema.describe('Default: all that exist'),
    q: z.string().max(200).optional(),
    since: timeSchema.optional().describe('Changed then or later'),
  })
  .extend(pageQuerySchema.shape);

/** A postmortem in a list, and what a search finds. @public */
export const postmortemItemSchema = z.object({
  incident: postmortemResponseSchema.shape.incident,
  services: postmortemResponseSchema.shape.services,
  owners: z.array(z.string()),
  title: z.string(),
  state: postmortemStateSchema,
  source: postmortemResponseSchema.shape.source,
  url: z.string().nullable(),
  dueAt: timeSchema.nullable(),
  publishedAt: timeSchema.nullable(),
  updatedAt: timeSchema.nullable(),
  excerpt: z.string().describe('Of a published one: its text, at most 10,000'),
});

/** @public */
export const listPostmortemsResponseSchema = pageOf(postmortemItemSchema);

/** @public */
export type PostmortemSection = z.infer<typeof postmortemSectionSchema>;
/** @public */
export type WordingHint = z.infer<typeof wordingHintSchema>;
/** @public */
export type PostmortemResponse = z.infer<typeof postmortemResponseSchema>;
/** @public */
export type PutPostmortemRequest = z.input<typeof putPostmortemRequestSchema>;
/** @public */
export type PostmortemStatusRequest = z.input<
  typeof postmortemStatusRequestSchema
>;
/** @public */
export type PostmortemHintsRequest = z.input<
  typeof postmortemHintsRequestSchema
>;
/** @public */
export type PostmortemHintsResponse = z.infer<
  typeof postmortemHintsResponseSchema
>;
/** @public */
export type ListPostmortemsQuery = z.input<typeof listPostmortemsQuerySchema>;
/** @public */
export type PostmortemItem = z.infer<typeof postmortemItemSchema>;
/** @public */
export type ListPostmortemsResponse = z.infer<
  typeof listPostmortemsResponseSchema
>;
