import { z } from 'zod';
import { timeSchema } from '../paging';
import { RouteContract } from '../routeContract';
import { evidenceInputSchema } from './checklist';
import { answerValueSchema, MAX_EVIDENCE, MAX_NOTE } from './item';

/** Body of `POST …/items/:itemId/proposals`. @public */
export const proposeAnswerRequestSchema = z.strictObject({
  answer: answerValueSchema.default('yes'),
  note: z
    .string({ error: 'say in 3 to 4000 characters what was found' })
    .trim()
    .min(3)
    .max(MAX_NOTE)
    .describe('What was found, and where'),
  evidence: z.array(evidenceInputSchema).max(MAX_EVIDENCE).default([]),
});

/** An answer that somebody or something proposes; it counts for nothing until a person answers. @public */
export const answerProposalSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  itemTitle: z.string(),
  answer: answerValueSchema,
  note: z.string(),
  evidence: z.array(evidenceInputSchema),
  by: z.string().describe('A person, or the name of a machine'),
  at: timeSchema,
});

/** @public */
export const listProposalsResponseSchema = z.object({
  items: z
    .array(answerProposalSchema)
    .describe(
      'Those made for the items as they are now, in the order of the checklist, the newest first',
    ),
});

/** @public */
export type ProposeAnswerRequest = z.input<typeof proposeAnswerRequestSchema>;
/** @public */
export type AnswerProposal = z.infer<typeof answerProposalSchema>;
/** @public */
export type ListProposalsResponse = z.infer<typeof listProposalsResponseSchema>;

const CHECKLIST = '/services/:kind/:namespace/:name/checklists/:id';
const PROPOSALS = `${CHECKLIST}/items/:itemId/proposals`;

/** The routes of proposed answers. @public */
export const proposalRoutes = {
  listProposals: {
    method: 'get',
    path: `${CHECKLIST}/proposals`,
    summary: 'Answers that are proposed and wait for a person',
    response: listProposalsResponseSchema,
    statuses: [404],
  },
  proposeAnswer: {
    method: 'post',
    path: PROPOSALS,
    summary:
      'Propose an answer with evidence; it waits until a person answers the item',
    body: proposeAnswerRequestSchema,
    response: answerProposalSchema,
    statuses: [400, 403, 404, 409],
  },
  dismissProposal: {
    method: 'delete',
    path: `${PROPOSALS}/:proposalId`,
    summary:
      'Reject what was proposed; for people, and for whoever proposed it',
    response: listProposalsResponseSchema,
    statuses: [403, 404],
  },
} as const satisfies Record<string, RouteContract>;
