import {
  Answer,
  ImportAnswersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { keepEvidence } from './answerRules';
import { AnswerChange, StoredAnswer } from './AnswerStore';
import { answerProblem, ImportedAnswer } from './importRow';

/** What a row is told. */
export type Verdict = ImportAnswersResponse['results'][number];

interface Context {
  /** Why nothing can be answered about a service; undefined: it can. */
  readonly reasonAgainst: (entityRef: string) => string | undefined;
  /** The answer there is, under whichever id of the item. */
  readonly storedFor: (answer: ImportedAnswer) => StoredAnswer | undefined;
  readonly checklistId: string;
  /** Whether a newer answer that is there is replaced. */
  readonly overwrite: boolean;
  readonly caller: string;
  readonly now: number;
}

const linksOf = (evidence: ImportedAnswer['evidence']) =>
  JSON.stringify(evidence.map(({ title, url }) => [title, url]));

const sameName = (one: string, other: string) =>
  one.toLocaleLowerCase('en-US') === other.toLocaleLowerCase('en-US');

/** Whether a row says nothing that is not stored; what it does not say cannot differ. */
function isKnown(row: ImportedAnswer, answer: Answer): boolean {
  return (
    row.value === answer.value &&
    row.note === answer.note &&
    linksOf(row.evidence) === linksOf(answer.evidence) &&
    (row.at === undefined || row.at === answer.at) &&
    (row.by === undefined || sameName(row.by, answer.by))
  );
}

function answerOf(
  row: ImportedAnswer,
  before: Answer | undefined,
  { caller, now }: Context,
): Answer {
  const { value, note, evidence, at = now, by = caller } = row;
  return {
    value,
    note,
    evidence: keepEvidence(before, evidence, { addedAt: at, addedBy: by }),
    by,
    at,
  };
}

/** What each row is told, and what is to be stored. */
export function decideImport(
  rows: readonly ImportedAnswer[],
  context: Context,
): { verdicts: Verdict[]; changes: AnswerChange[] } {
  const { caller, now, overwrite, checklistId } = context;
  const changes: AnswerChange[] = [];
  const verdicts = rows.map((row): Verdict => {
    const { entityRef, item } = row;
    const against = context.reasonAgainst(entityRef);
    if (against) return { row: row.row, status: 'rejected', reason: against };
    const before = context.storedFor(row);
    if (before?.answer && isKnown(row, before.answer)) {
      return { row: row.row, status: 'unchanged' };
    }
    const reason = answerProblem(row);
    if (reason) return { row: row.row, status: 'rejected', reason };
    const answer = answerOf(row, before?.answer, context);
    if (before?.answer && before.answer.at > answer.at && !overwrite) {
      return {
        row: row.row,
        status: 'unchanged',
        reason: `A newer answer is there, of ${isoTime(before.answer.at)}`,
      };
    }
    const contest = before?.contest;
    // An answer from before a doubt is not a reply to it.
    const stays = contest !== undefined && contest.at > answer.at;
    changes.push({
      after: {
        entityRef,
        checklistId,
        itemId: item.definition.id,
        version: (before?.version ?? 0) + 1,
        answer,
        contest: stays ? contest : undefined,
      },
      action: 'imported',
      reason: '',
      by: caller,
      at: now,
    });
    return { row: row.row, status: 'stored' };
  });
  return { verdicts, changes };
}
