import { z } from 'zod';
import { createIncidentRequestSchema, givenStampsSchema } from './incidents';
import { incidentStatusSchema } from './vocabulary';

const text = (longest: number) => z.string().trim().max(longest);

/** One row of an import. @public */
export const importedIncidentSchema = z.strictObject({
  key: createIncidentRequestSchema.shape.key.unwrap(),
  title: text(300).min(1),
  summary: text(20_000).default(''),
  severity: z.string().max(100).nullable().default(null),
  status: incidentStatusSchema.default('resolved'),
  entityRefs: z.array(z.string()).max(50).default([]),
  subjects: z
    .array(z.string().min(1).max(200))
    .max(50)
    .default([])
    .describe('Names that are mapped to services later'),
  customerImpact: z.boolean().nullable().default(null),
  isTest: z.boolean().default(false),
  cause: text(2000).nullable().default(null),
  url: text(2000).nullable().default(null),
  postmortemUrl: text(2000).nullable().default(null),
  stamps: givenStampsSchema.default({}),
});

/** @public */
export const importIncidentsRequestSchema = z
  .strictObject({
    rows: z.array(z.unknown()).max(10_000).optional(),
    csv: z.string().max(8_000_000).optional(),
    dryRun: z.boolean().default(false),
  })
  .refine(({ rows, csv }) => (rows === undefined) !== (csv === undefined), {
    path: ['rows'],
    error: 'give either rows or csv',
  });

/** @public */
export const importIncidentsResponseSchema = z.object({
  stored: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  results: z.array(
    z.object({
      row: z.number().int().describe('From 1, the header of a CSV not counted'),
      status: z.enum(['stored', 'unchanged', 'rejected']),
      id: z.string().nullable(),
      reason: z.string().optional(),
    }),
  ),
});

/** @public */
export type ImportedIncident = z.output<typeof importedIncidentSchema>;
/** @public */
export type ImportIncidentsRequest = z.input<
  typeof importIncidentsRequestSchema
>;
/** @public */
export type ImportIncidentsResponse = z.infer<
  typeof importIncidentsResponseSchema
>;
