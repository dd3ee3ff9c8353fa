import { Notice } from '../../readiness/notices/digest';
import { NoticeSource, ownersOf, Span } from './noticeSource';

/** Error budgets that were found spent within a span of time and are so still: the owner is told. */
export async function budgetNotices(
  { knex, stores }: NoticeSource,
  span: Span,
): Promise<Notice[]> {
  const spent = await stores.spentBudgets.between(knex, span);
  const services = await stores.notices.services(
    knex,
    spent.map(({ entityRef }) => entityRef),
  );
  return spent.flatMap(({ entityRef, title, at }): Notice[] => {
    const service = services.get(entityRef);
    if (!service) return [];
    const text = `${service.title}: the error budget of "${title}" is spent`;
    return [{ kind: 'budget-spent', at, to: ownersOf(service), text }];
  });
}
