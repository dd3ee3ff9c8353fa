import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { nameOf } from '../access/nameOf';
import { audited } from '../http/audited';
import { LocalApi } from '../http/LocalApi';
import { askAs, serviceInput, serviceRef } from './actionTools';

/** The one thing that an agent may write: a proposal, which waits for a person. */
export function registerProposeAction(
  registry: ActionsRegistryService,
  local: LocalApi,
  auditor: AuditorService,
): void {
  registry.register({
    name: 'propose-evidence',
    title: 'Propose evidence for a readiness item',
    description:
      'Proposes an answer to one item of a readiness checklist, with links as evidence. It counts for nothing until a person reads it and answers the item. Proposing again replaces what the same caller proposed before.',
    attributes: { readOnly: false, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          ...serviceInput(z),
          checklist: z
            .string()
            .default('production-readiness')
            .describe('Id of a checklist'),
          item: z.string().describe('Id of an item'),
          answer: z.enum(['yes', 'no', 'not-applicable']).default('yes'),
          note: z.string().min(3).max(4000).describe('What was found'),
          evidence: z
            .array(
              z.object({
                title: z.string().min(1).max(200),
                url: z.string().describe('https://…'),
              }),
            )
            .max(20)
            .default([]),
        }),
      output: z =>
        z.object({
          id: z.string(),
          service: z.string(),
          item: z.string(),
          answer: z.string(),
          by: z.string(),
          at: z.string(),
          waitsFor: z.string(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { checklist, item, answer, note, evidence } = input;
      const entityRef = serviceRef(input.service);
      const what = {
        eventId: 'propose-evidence',
        meta: { entityRef, checklist, item, by: nameOf(credentials) },
      };
      const proposal = await audited(auditor, what, () =>
        askAs(local, credentials)('proposeAnswer', {
          entityRef,
          id: checklist,
          itemId: item,
          body: { answer, note, evidence },
        }),
      );
      return {
        output: {
          id: proposal.id,
          service: entityRef,
          item: proposal.itemTitle,
          answer: proposal.answer,
          by: proposal.by,
          at: proposal.at,
          waitsFor: 'A person who may answer the checklist',
        },
      };
    },
  });
}
