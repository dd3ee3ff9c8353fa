import { z } from 'zod';
import { pageOf, pageQuerySchema, timeSchema } from '../paging';
import { incidentSubjectSchema } from './vocabulary';

/** How each account does. @public */
export const incidentAccountsResponseSchema = z.object({
  items: z.array(
    z.object({
      account: z.string(),
      provider: z.string(),
      state: z.enum(['ok', 'failing', 'backfilling', 'pending', 'pushed']),
      incidents: z.number().int(),
      unmapped: z.number().int(),
      readAt: timeSchema.nullable(),
      triedAt: timeSchema.nullable(),
      error: z.string().nullable(),
      backfilledTo: timeSchema.nullable(),
      webhooks: z
        .object({
          path: z.string().describe('Below the address of the backend'),
          received: z.number().int().describe('Of the last 30 days'),
          waiting: z.number().int(),
          lastAt: timeSchema.nullable(),
        })
        .nullable()
        .describe('null: this account takes none'),
    }),
  ),
});

/** @public */
export const listUnmappedQuerySchema = z
  .object({ account: incidentSubjectSchema.shape.account.optional() })
  .extend(pageQuerySchema.shape);

/** Something at a provider that incidents are about and that is no service yet. @public */
export const unmappedSubjectSchema = incidentSubjectSchema.extend({
  provider: z.string(),
  incidents: z.number().int(),
  lastAt: timeSchema,
  lastIncident: z.object({
    id: z.string(),
    reference: z.string(),
    title: z.string(),
  }),
  ignored: z.boolean(),
  suggestions: z
    .array(
      z.object({
        entityRef: z.string(),
        title: z.string(),
        score: z.number().describe('0 to 1'),
        reason: z.string(),
      }),
    )
    .describe('At most 5, the best first'),
});

/** @public */
export const listUnmappedResponseSchema = pageOf(unmappedSubjectSchema).extend({
  withoutSubject: z
    .number()
    .int()
    .describe('Incidents that name nothing at all'),
});

/** Says which services something at a provider is. @public */
export const putMappingRequestSchema = z.strictObject({
  account: z.string().min(1),
  kind: z.string().min(1),
  id: z.string().min(1),
  entityRefs: z
    .array(z.string())
    .max(50)
    .describe('Empty: none, and it is not asked for again'),
});

/** @public */
export const deleteMappingQuerySchema = z.object({
  account: z.string().min(1),
  kind: z.string().min(1),
  id: z.string().min(1),
});

/** @public */
export const mappingResponseSchema = z.object({
  incidents: z.number().int().describe('That belong to a service now'),
});

/** @public */
export type IncidentAccountsResponse = z.infer<
  typeof incidentAccountsResponseSchema
>;
/** @public */
export type ListUnmappedQuery = z.input<typeof listUnmappedQuerySchema>;
/** @public */
export type UnmappedSubject = z.infer<typeof unmappedSubjectSchema>;
/** @public */
export type ListUnmappedResponse = z.infer<typeof listUnmappedResponseSchema>;
/** @public */
export type PutMappingRequest = z.input<typeof putMappingRequestSchema>;
/** @public */
export type DeleteMappingQuery = z.input<typeof deleteMappingQuerySchema>;
/** @public */
export type MappingResponse = z.infer<typeof mappingResponseSchema>;
