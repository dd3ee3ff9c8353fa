import {
  answersByItem,
  CompiledChecklist,
} from '@plimsoll/backstage-plugin-reliability-common';
import { groupBy } from '../database/groupBy';
import { Db } from '../database/sql';
import { AnswersOfChecklist } from './assessSignOffs';
import { AnswerStore } from './AnswerStore';

/** The answers of services to one checklist by the current ids of its items, by service. */
export async function answersOfServices(
  db: Db,
  store: AnswerStore,
  checklist: CompiledChecklist,
  refs: readonly string[],
): Promise<Map<string, AnswersOfChecklist>> {
  const { id } = checklist.definition;
  const stored = await store.ofChecklist(db, id, refs);
  const services = groupBy(stored, ({ entityRef }) => entityRef);
  return new Map(
    [...services].map(([ref, rows]) => [ref, answersByItem(checklist, rows)]),
  );
}
