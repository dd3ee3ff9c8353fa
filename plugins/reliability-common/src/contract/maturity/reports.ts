import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../paging';
import { RouteContract } from '../routeContract';

const SERVICE = '/services/:kind/:namespace/:name';

/** A cell: a text, a number, or a text with a link within the portal or to the web. */
const cellSchema = z.union([
  z.string(),
  z.number(),
  z.object({ text: z.string(), href: z.string() }),
  z.null(),
]);

/** Something to read or print: the monthly review, or the handover of a service. @public */
export const reportDocumentSchema = z.object({
  title: z.string(),
  subtitle: z.string(),
  madeAt: timeSchema,
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lines: z.array(z.string()).describe('Sentences before the table'),
      table: z
        .object({
          columns: z.array(z.string()),
          rows: z.array(z.array(cellSchema)),
          more: z
            .number()
            .int()
            .describe('Rows that are left out; the lists have them all'),
        })
        .nullable(),
    }),
  ),
});

/** How a document is answered. @public */
export const reportFormatSchema = z
  .enum(['json', 'md', 'html', 'csv'])
  .default('json')
  .describe('html is made to be printed');

/** @public */
export const packetQuerySchema = z.object({
  scorecard: z.string().optional().describe('Default: the first configured'),
  owner: anyOfSchema.describe('Owners; those of groups below them count too'),
  format: reportFormatSchema,
});

/** @public */
export const handoverQuerySchema = z.object({ format: reportFormatSchema });

/** Who gives the care for a service to whom. @public */
export const serviceHandoverSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  from: z.string().nullable().describe('The owner when it was offered'),
  to: z.string().describe('A group or a user'),
  note: z.string(),
  state: z.enum(['offered', 'accepted', 'conditions', 'withdrawn']),
  conditions: z.string(),
  offeredBy: z.string(),
  offeredAt: timeSchema,
  decidedBy: z.string().nullable(),
  decidedAt: timeSchema.nullable(),
  version: z.number().int(),
});

/** @public */
export const serviceHandoverDetailSchema = serviceHandoverSchema.extend({
  document: reportDocumentSchema.describe('As it was when it was offered'),
});

/** @public */
export const offerHandoverRequestSchema = z.strictObject({
  to: z
    .string()
    .regex(/^(group|user):[^/\s]+\/\S+$/i, {
      error:
        'expected a full reference of a group or a user, such as group:default/payments',
    })
    .transform(ref => ref.toLocaleLowerCase('en-US')),
  note: z.string().trim().max(2000).default(''),
});

/** @public */
export const decideHandoverRequestSchema = z
  .strictObject({
    decision: z.enum(['accept', 'conditions', 'withdraw']),
    conditions: z.string().trim().max(5000).default(''),
    version: z.number().int().describe('The one that was read'),
  })
  .refine(
    ({ decision, conditions }) =>
      decision !== 'conditions' || conditions.length >= 3,
    { path: ['conditions'], error: 'expected what must be done first' },
  );

/** @public */
export const listHandoversResponseSchema = pageOf(serviceHandoverSchema);

/** The routes of the monthly packet, the handover of a service, and exports. @public */
export const reportsRoutes = {
  getPacket: {
    method: 'get',
    path: '/packets/:month',
    summary:
      'The review of a month such as 2026-10, of the company or of a team',
    query: packetQuerySchema,
    response: reportDocumentSchema,
    statuses: [400, 404],
  },
  getHandoverPacket: {
    method: 'get',
    path: `${SERVICE}/handover`,
    summary: 'What somebody has to know who takes over a service, as of now',
    query: handoverQuerySchema,
    response: reportDocumentSchema,
    statuses: [400, 404],
  },
  listHandovers: {
    method: 'get',
    path: `${SERVICE}/handovers`,
    summary: 'Handovers of a service, the last one first',
    query: pageQuerySchema,
    response: listHandoversResponseSchema,
    statuses: [400, 404],
  },
  offerHandover: {
    method: 'post',
    path: `${SERVICE}/handovers`,
    summary:
      'Offer a service to another team, with the packet as it is now; the same offer twice is one',
    body: offerHandoverRequestSchema,
    response: serviceHandoverDetailSchema,
    statuses: [400, 403, 404, 409],
  },
  getHandover: {
    method: 'get',
    path: '/handovers/:id',
    summary: 'One handover with its packet',
    response: serviceHandoverDetailSchema,
    statuses: [404],
  },
  decideHandover: {
    method: 'post',
    path: '/handovers/:id/decision',
    summary: 'Accept a handover, name conditions, or withdraw it',
    body: decideHandoverRequestSchema,
    response: serviceHandoverDetailSchema,
    statuses: [400, 403, 404, 409],
  },
  getMetrics: {
    method: 'get',
    path: '/metrics',
    summary:
      'Scores, coverage and levels of the services that the caller sees, for Prometheus',
    query: z.object({
      scorecard: z.string().optional().describe('Default: all'),
    }),
    response: z.string(),
    statuses: [400, 404],
  },
} as const satisfies Record<string, RouteContract>;

/** @public */
export type ReportDocument = z.infer<typeof reportDocumentSchema>;
/** @public */
export type ReportFormat = z.output<typeof reportFormatSchema>;
/** @public */
export type PacketQuery = z.input<typeof packetQuerySchema>;
/** @public */
export type ServiceHandover = z.infer<typeof serviceHandoverSchema>;
/** @public */
export type ServiceHandoverDetail = z.infer<typeof serviceHandoverDetailSchema>;
/** @public */
export type OfferHandoverRequest = z.input<typeof offerHandoverRequestSchema>;
/** @public */
export type DecideHandoverRequest = z.input<typeof decideHandoverRequestSchema>;
/** @public */
export type ListHandoversResponse = z.infer<typeof listHandoversResponseSchema>;
