import { Notice } from '../../readiness/notices/digest';
import { called, NoticeSource, ownersOf, Span } from './noticeSource';

/** Answers that were proposed within a span of time and wait still: the owner is told. */
export async function proposalNotices(
  { knex, stores, config }: NoticeSource,
  span: Span,
): Promise<Notice[]> {
  const proposals = await stores.proposals.between(knex, span);
  const refs = [...new Set(proposals.map(({ entityRef }) => entityRef))];
  const services = await stores.notices.services(knex, refs);
  const answers = await stores.answers.of(knex, refs);
  return proposals.flatMap(({ entityRef, checklistId, ...proposal }) => {
    const service = services.get(entityRef);
    const checklist = config.checklists.find(
      ({ definition }) => definition.id === checklistId,
    );
    const itemId = checklist?.currentIds.get(proposal.itemId);
    const item = checklist?.definition.items.find(({ id }) => id === itemId);
    const version =
      answers
        .get(entityRef)
        ?.find(
          answer =>
            answer.checklistId === checklistId &&
            answer.itemId === proposal.itemId,
        )?.version ?? 0;
    if (!service || !item || version !== proposal.version) return [];
    const notice: Notice = {
      kind: 'proposed',
      at: proposal.at,
      to: ownersOf(service),
      by: proposal.by,
      text: `${service.title}: an answer to "${
        item.title
      }" is proposed by ${called(proposal.by)}`,
    };
    return [notice];
  });
}
