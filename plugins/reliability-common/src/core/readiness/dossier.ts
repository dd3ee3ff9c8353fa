import { fingerprint } from '../facts';
import { AnswerRecord, AnswerValue, ItemState } from './answer';
import { ChecklistAssessment } from './assessChecklist';
import { ChecklistItem, CompiledChecklist } from './checklist';
import { itemHashOf } from './compileChecklist';
import { ReadinessCounts } from './counts';

// What is frozen is what the API answers, so times are RFC 3339 and the arrays are not readonly.

/** One item as it was approved. @public */
export interface DossierItem {
  readonly definition: ChecklistItem;
  readonly required: boolean;
  readonly state: ItemState;
  readonly answer: {
    value: AnswerValue;
    note: string;
    evidence: {
      title: string;
      url: string;
      addedAt: string;
      addedBy: string;
    }[];
    by: string;
    at: string;
    expiresAt: string | null;
  } | null;
  readonly contest: { reason: string; by: string; at: string } | null;
  /** What the rule of an automatic item saw. */
  readonly actual: { path: string; state: string; value?: unknown }[];
}

/** The frozen copy of what was approved. @public */
export interface Dossier {
  readonly format: 'plimsoll-dossier/1';
  readonly service: {
    entityRef: string;
    title: string;
    owner: string | null;
    tier: { id: string; name: string };
  };
  readonly checklist: {
    id: string;
    title: string;
    hash: string;
    phase: { id: string; title: string };
  };
  readonly review: {
    id: string;
    requestedBy: string;
    requestedAt: string;
    note: string;
    approvedBy: string;
    approvedAt: string;
    comment: string;
    /** By item id. */
    comments: Record<string, string>;
    reviewerRule: string;
  };
  readonly counts: ReadinessCounts;
  readonly items: DossierItem[];
}

const iso = (at: number) => new Date(at).toISOString();

function answerOf(
  { answer }: AnswerRecord,
  expiresAt: number | undefined,
): DossierItem['answer'] {
  if (!answer) return null;
  const { value, note, evidence, by, at } = answer;
  return {
    value,
    note,
    evidence: evidence.map(({ title, url, addedAt, addedBy }) => ({
      title,
      url,
      addedAt: iso(addedAt),
      addedBy,
    })),
    by,
    at: iso(at),
    expiresAt: expiresAt === undefined ? null : iso(expiresAt),
  };
}

/** The items of a phase as a dossier would freeze them. @public */
export function dossierItems(
  { items }: CompiledChecklist,
  assessment: ChecklistAssessment,
  answers: ReadonlyMap<string, AnswerRecord>,
  phaseId: string,
): DossierItem[] {
  return items.flatMap(({ definition }, index) => {
    if (definition.phase !== phaseId) return [];
    const { required, state, automatic, expiresAt, observed } =
      assessment.items[index];
    const record = answers.get(definition.id) ?? {};
    const { contest } = record;
    return [
      {
        definition,
        required,
        state,
        // An answer that was given before the item became automatic says nothing any more.
        answer: automatic ? null : answerOf(record, expiresAt),
        contest: contest
          ? { reason: contest.reason, by: contest.by, at: iso(contest.at) }
          : null,
        actual: Object.entries(observed).map(([path, fact]) => ({
          path,
          state: fact.state,
          ...(fact.value !== undefined && { value: fact.value }),
        })),
      },
    ];
  });
}

/**
 * A hash of what a reviewer reads of a phase: definitions, states, answers and evidence; not the values of
 * facts, which move without changing a state. A decision that carries another one is about another content.
 *
 * @public
 */
export function contentHash(items: readonly DossierItem[]): string {
  return fingerprint(
    items.map(({ definition, required, state, answer, contest }) => [
      itemHashOf(definition),
      required,
      state,
      answer && [
        answer.value,
        answer.note,
        answer.by,
        answer.at,
        answer.evidence.map(({ title, url }) => [title, url]),
      ],
      contest && [contest.reason, contest.by, contest.at],
    ]),
  );
}
